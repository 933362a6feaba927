import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policyFile, policyWith, stylesIn } from '../../src/publish/style-policy.ts';
import { packageProblems } from '../../scorm/package/package-rules.ts';
import { tinyPages } from '../fixtures/dist-tiny/pages.ts';

const site = 'dist/site';
/** Key under which a chosen look is kept. */
const lookKey = 'ati-look';

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
    // A table to download may have a name that no package takes; a book, which no package has, may give way to a
    // source.
    expect(
      packageProblems(files).filter(
        ({ field, file, message, suggestion }) =>
          field !== 'name' &&
          message !== 'The page contains an inline style sheet.' &&
          !(file.includes('/handbook/') && suggestion.includes('(P38)')),
      ),
    ).toEqual([]);
  });

  test('P36: the policy that the build writes down allows the styles that stand in pages, and no others', () => {
    const pages = globSync('**/*.html', { cwd: site });
    const styles = pages.flatMap((path) => stylesIn(readFileSync(join(site, path), 'utf8')));
    const hashes = (policy: string) => policy.match(/'sha256-[^']+'/g)?.toSorted();
    const written = readFileSync(join(site, policyFile), 'utf8');
    expect(hashes(written)).toHaveLength(6);
    expect(hashes(policyWith(styles))).toEqual(hashes(written));
  });

  test('what packaging reads of a page in the tests of packaging, pages that the build makes have', () => {
    const attributes = (html: string) => html.match(/ (?:data-\w+|aria-labelledby)="[^"]*"/g) ?? [];
    // Addresses and names of parts differ from course to course.
    const name = (attribute: string) => attribute.replace(/("(?:\.\.\/|record-)).*/, '$1');
    const built = globSync('en/{index,glossary,sources,record,search}.html', { cwd: site });
    const there = built.flatMap((path) => attributes(readFileSync(join(site, path), 'utf8')));
    const asked = [...tinyPages.values()].flatMap(attributes).map(name);
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((one) => !there.map(name).includes(one))).toEqual([]);
  });

  test('P56: every page has a script that lets it look as its reader chose', () => {
    const applies = new Map(
      globSync('assets/*.js', { cwd: site }).map((path) => [
        path.replaceAll('\\', '/'),
        readFileSync(join(site, path), 'utf8').includes(lookKey),
      ]),
    );
    const plain = globSync('**/*.html', { cwd: site }).filter(
      (path) =>
        !Array.from(
          readFileSync(join(site, path), 'utf8').matchAll(
            /<script[^>]* src="[^"]*?(assets\/[^"]+)"/g,
          ),
          ([, address = '']) => applies.get(address),
        ).includes(true),
    );
    expect(plain).toEqual([]);
  });

  test('a middle dot between two things has room on both sides', () => {
    const inline = /<\/?(?:a|b|bdi|cite|em|i|small|span|strong)\b[^>]*>/g;
    const plain = (html: string) => html.replaceAll('&nbsp;', ' ').replace(inline, '');
    // Only what stands around each dot: all pages together are 25 MB.
    const width = 400;
    const faults = globSync('**/*.html', { cwd: site }).flatMap((path) => {
      const parts = readFileSync(join(site, path), 'utf8').split('·');
      return parts.slice(1).flatMap((part, i) => {
        const before = plain((parts[i] ?? '').slice(-width)).slice(-20);
        const after = plain(part.slice(0, width)).slice(0, 20);
        return /[^\s>]$/.test(before) || /^[^\s<]/.test(after)
          ? [`${path}: ${before}·${after}`]
          : [];
      });
    });
    expect(faults).toEqual([]);
  });

  test('no page carries a value of a script in an attribute of its own, such as data-rule="false"', () => {
    const faults = globSync('**/*.html', { cwd: site }).flatMap((path) =>
      Array.from(
        readFileSync(join(site, path), 'utf8').matchAll(
          / data-[a-z-]+="(?:false|undefined|null|NaN|\[object [^"]*)"/g,
        ),
        ([attribute]) => `${path}:${attribute}`,
      ),
    );
    expect(faults).toEqual([]);
  });
});
