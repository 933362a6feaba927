import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFaults } from '../../scorm/package/package-rules.ts';

const site = 'dist/site';

// Reads what `npm run build` made; `npm test` builds first.
// On one's own machine there may be no build; where everything is checked there must be one.
describe.runIf(existsSync(join(site, 'index.html')) || process.env['CI'])('the built site', () => {
  test('P33, P34, P36: every page leads to files that are there, and asks no other host for anything', () => {
    const files = new Map(
      globSync('**/*.*', { cwd: site })
        .map((path) => path.replaceAll('\\', '/'))
        // The page for a missing address stands at no address of its own.
        .filter((path) => path !== '404.html' && !path.endsWith('.br'))
        .map((path) => [path, readFileSync(join(site, path))]),
    );
    // A table to download may have a name that no package takes; a book, which no package has, may give way to a source.
    expect(
      packageFaults(files).filter(
        ({ field, file, suggestion }) =>
          field !== 'name' && !(file.includes('/handbook/') && suggestion.includes('(P38)')),
      ),
    ).toEqual([]);
  });
});
