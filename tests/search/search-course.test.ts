import { existsSync, globSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import { encode } from '../../src/search/index-file.ts';
import { spread } from '../../src/search/query.ts';
import { sectionsOf } from '../../src/search/sections.ts';
import { asked } from '../fixtures/search/loaded.ts';
import { courseQueries } from '../fixtures/search/course-queries.ts';

const site = 'dist/site';

// Reads what `npm run build` made; `npm test` builds first.
// On one's own machine there may be no build; where everything is checked there must be one.
describe.runIf(existsSync(`${site}/en/search.html`) || process.env['CI'])(
  'the English course as it was built',
  () => {
    const pages = new Map(
      globSync('en/**/*.html', { cwd: site })
        .map((path) => path.replaceAll('\\', '/'))
        // A book says what its pages say once more; the build searches the pages.
        .filter((path) => !path.startsWith('en/handbook/'))
        .toSorted()
        .map((path) => [path, readFileSync(`${site}/${path}`, 'utf8')]),
    );
    const sections = [...pages].flatMap(([path, html]) => sectionsOf(path, html));

    const files = encode(sections, 'en', loadCourse('en').searchWords);
    const answers = new Map<string, ReturnType<typeof asked>>();
    const found = (query: string) => {
      const answer = answers.get(query) ?? asked(files, query, (hits) => spread(hits).slice(0, 10));
      answers.set(query, answer);
      return answer;
    };

    const named = (href: string) => href.replace(/^en\/(.*)\.html.*$/, '$1');
    // A line each: what was typed, and the pages that answer it; "!" where it is to be said that it is not covered.
    const typed = readFileSync(`${import.meta.dirname}/../fixtures/search/queries.txt`, 'utf8')
      .trim()
      .split('\n')
      .map((line): readonly [string, ...string[]] => {
        const [query = '', pages = ''] = line.split(' | ');
        return [query, ...pages.split(' ')];
      });
    const missedBy = (queries: readonly (readonly [string, ...string[]])[], most: number) =>
      queries.filter(([query, ...expected]) => {
        const { sections, says } = found(query);
        if (says !== '' && expected.includes('!')) return false;
        return !sections.slice(0, most).some(({ href }) => expected.includes(named(href)));
      });

    describe.each([
      ['short', courseQueries, 60],
      ['as judges, police, clinicians, families and others typed them', typed, 1828],
    ] as const)('by queries %s', (_, queries, count) => {
      // Of queries that nobody had seen fewer do: 95 and 80 are what is asked of those.
      test('has a right page among the first five 98 times in 100 (P42)', () => {
        const missed = missedBy(queries, 5);
        expect(queries.length).toBeGreaterThanOrEqual(count);
        expect(missed.length / queries.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.02);
      });

      test('has a right page first 92 times in 100', () => {
        const missed = missedBy(queries, 1);
        expect(missed.length / queries.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.08);
      });
    });

    test.each([
      'drunk driving',
      'DUI',
      'death penalty',
      'solitary confinement',
      'drug consumption rooms',
      'pill testing',
      'safe supply',
      'methadone dosage chart',
    ])('says of "%s" that it is not covered', (query) =>
      expect(found(query).says).toMatch(/not covered|no lesson/),
    );

    test.each(['bitcoin', 'football', 'the of and', 'what is it'])(
      'shows nothing for "%s", rather than anything',
      (query) => expect(found(query)).toMatchObject({ says: '', sections: [] }),
    );

    const first = (query: string) => asked(files, query, (hits) => spread(hits).slice(0, 1));
    // Each answer of a server carries about 370 bytes of headers.
    const sent = (part: string | Buffer) => brotliCompressSync(part).length + 370;
    const compressed = new Map(
      [...files].map(([name, file]) => [name, sent(`atiSearch=${JSON.stringify(file)}\n`)]),
    );
    const html = pages.get('en/search.html') ?? '';
    const linked = [...html.matchAll(/"\.\.\/(assets\/[\w-]+\.(?:css|js))"/g)]
      .map(([, file = '']) => file)
      .filter((file) => /\/(?:site|search)-[0-9a-f]{8}\./.test(file));
    const page = [html, ...linked.map((file) => readFileSync(`${site}/${file}`))].map(sent);
    const weights = (query: string) => [
      ...page,
      ...first(query).parts.map((name) => compressed.get(name) ?? Infinity),
    ];
    const total = (bytes: readonly number[]) => bytes.reduce((sum, some) => sum + some, 0);

    // A misspelt word needs the words that begin like it beside. The page shows the first result while the others come.
    test('costs at most 45 kB to the first result, also when a word is misspelt: page, look, code and parts of the index together (P44)', () => {
      expect(page).toHaveLength(4);
      const over = [...courseQueries, ...typed]
        .map(([query]) => ({ query, bytes: weights(query) }))
        .filter(({ bytes }) => total(bytes) > 45 * 1024);
      expect(over).toEqual([]);
    });

    test('is at most 60 files and 170 kB (P44)', () => {
      expect(compressed.size).toBeLessThanOrEqual(60);
      const bytes = [...compressed.values()].map((size) => size - 370);
      expect(total(bytes)).toBeLessThanOrEqual(170 * 1024);
    });

    test('begins what it shows of a page with the page and not with a content note', () => {
      expect(sections.filter(({ text }) => /^Content note/.test(text))).toEqual([]);
    });

    test('leaves out what the page of a case tells after its opening', () => {
      for (const [path] of pages)
        if (path.startsWith('en/cases/')) {
          const own = sections.filter(({ href }) => href.startsWith(path));
          expect(own.map(({ heading }) => heading)).toEqual(['']);
        }
    });
  },
);
