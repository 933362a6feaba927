import type { Copy } from './copy.ts';
import { offline } from './offline/offline.ts';
import { site } from './site.ts';
import { workshop } from './workshop/workshop.ts';
import { zim } from './zim/zim.ts';

/** Every kind of copy. To add one, write its module and add it here. */
export const copies: readonly Copy[] = [offline, site, zim, workshop];
