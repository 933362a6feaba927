import { globSync } from 'node:fs';
import { basename } from 'node:path';

/** The scripts of the pages, by the name under which a page asks for them (`page`, `case`, ...). */
export const pageScripts = (): Map<string, string> =>
  new Map(
    globSync('src/**/*.entry.ts')
      .toSorted()
      .map((path) => [basename(path, '.entry.ts'), path]),
  );

/** What stands below the changes in the file that tells of them. */
export const updateScript = 'src/progress/update/update.ts';
