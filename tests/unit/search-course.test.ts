import { existsSync, globSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encode, searchIndex } from '../../src/search/index-file.ts';
import { openIndex, search, spread } from '../../src/search/query.ts';
import { sectionsOf } from '../../src/search/sections.ts';
import { courseQueries } from '../fixtures/search/course-queries.ts';

const site = 'dist/site';

// Reads what `npm run build` made; `npm test` builds first.
describe.runIf(existsSync(`${site}/en/search.html`))('the English course as it was built', () => {
  const pages = new Map(
    globSync('en/**/*.html', { cwd: site })
      .map((path) => path.replaceAll('\\', '/'))
      .toSorted()
      .map((path) => [path, readFileSync(`${site}/${path}`, 'utf8')]),
  );
  const sections = [...pages].flatMap(([path, html]) => sectionsOf(path, html));

  test('is found by what people type, 95 times in 100 among the first five (P42)', () => {
    const index = openIndex(encode(sections, 'en'));
    const missed = courseQueries.filter(([query, ...expected]) => {
      const first = spread(search(index, query).hits, 3).slice(0, 5);
      return !first.some(({ section }) =>
        expected.some((page) => section.href.replace(/^en\/(.*)\.html.*$/, '$1') === page),
      );
    });
    expect(courseQueries.length).toBeGreaterThanOrEqual(30);
    expect(missed.length / courseQueries.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.05);
  });

  // The aim is 30 kB; with twelve modules the index, one file, is 80 of them (ADR 5).
  test('costs at most 110 kB to its first result, page, look, code and index together (P44)', () => {
    const [styles, script] = ['site', 'search'].map((name) => {
      const [file = ''] = globSync(`assets/${name}-????????.*`, { cwd: site });
      return readFileSync(`${site}/${file}`);
    });
    const parts = [pages.get('en/search.html'), styles, script, searchIndex(pages, 'en')];
    const bytes = parts.map((part) => brotliCompressSync(part ?? '').length);
    // Four answers of a server carry about 250 bytes of headers each.
    expect(
      bytes.reduce((sum, some) => sum + some + 250, 0),
      `page, styles, script, index: ${bytes.join(', ')}`,
    ).toBeLessThanOrEqual(110 * 1024);
  });

  test('leaves out what the page of a case tells after its opening', () => {
    for (const [path] of pages)
      if (path.startsWith('en/cases/')) {
        const own = sections.filter(({ href }) => href.startsWith(path));
        expect(own.map(({ heading }) => heading)).toEqual(['']);
      }
  });
});
