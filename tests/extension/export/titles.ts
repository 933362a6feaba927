import { zipPackage } from '../../../scorm/package/zip-package.ts';
import type { Copy } from '../../../scorm/copies/copy.ts';

/** The titles of the course's modules, a line each. */
export const titles: Copy = {
  id: 'titles',
  purpose: 'the titles of the modules, for a poster',
  ending: 'zip',
  make: ({ courses }) => {
    const lines = courses.flatMap(({ modules }) => modules.map(({ title }) => title));
    const files = new Map([['titles.txt', new TextEncoder().encode(lines.join('\n'))]]);
    return { files, bytes: zipPackage(files), note: `${lines.length} titles` };
  },
};
