import { Kept } from '../../kept/kept.ts';
import { ownPlace } from '../../kept/page/own-place.ts';
import { type BoosterItem, itemsFrom } from '../schedule.ts';

/** The learner's booster items on this device; no LMS is told of them. */
export const keptBooster = (): Kept<BoosterItem[]> => new Kept(ownPlace('booster'), itemsFrom, []);
