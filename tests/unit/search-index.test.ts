import fc from 'fast-check';
import lunr from 'lunr';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/search/decode.ts';
import { encode, searchIndex } from '../../src/search/index-file.ts';
import { fromDigits, toDigits } from '../../src/search/numbers.ts';
import { openIndex, search, type SearchIndex } from '../../src/search/query.ts';
import { refOf, weights } from '../../src/search/ranking.ts';
import type { IndexFile, Section } from '../../src/search/section.ts';
import { sectionsOf } from '../../src/search/sections.ts';
import { indexTerms } from '../../src/search/segments.ts';
import { pages } from '../fixtures/search/pages.ts';

const sections = [...pages].flatMap(([path, html]) => sectionsOf(path, html));

/** The global that a script leaves behind. */
const run = (script: string): IndexFile => {
  const context: { atiSearch?: IndexFile } = {};
  runInNewContext(script, context);
  if (!context.atiSearch) throw new Error('the script sets no index');
  return context.atiSearch;
};

/** Terms of a decoded section's text with their frequency, excerpt and rest together. */
const counted = (excerpt: string, rest: ReadonlyMap<string, number>, language: string) => {
  const all = new Map(rest);
  for (const term of indexTerms(excerpt, language)) all.set(term, (all.get(term) ?? 0) + 1);
  return [...all].sort();
};
const tallied = (text: string, language: string) => counted(text, new Map(), language);

describe('numbers', () => {
  test('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000)), (numbers) => {
        expect(fromDigits(toDigits(numbers))).toEqual(numbers);
      }),
    );
  });

  test('take one character below 70 and two below 1,610', () => {
    expect(toDigits([0, 69])).toHaveLength(2);
    expect(toDigits([70, 1539])).toHaveLength(4);
  });

  test('need no escape in a script', () => {
    expect(JSON.stringify(toDigits(Array.from({ length: 3000 }, (_, i) => i)))).not.toContain('\\');
  });
});

describe('an index file', () => {
  test('gives back what it was made of', () => {
    const decoded = decode(encode(sections, 'en'));
    expect(decoded.map(({ href, title, heading }) => ({ href, title, heading }))).toEqual(
      sections.map(({ href, title, heading }) => ({ href, title, heading })),
    );
    decoded.forEach(({ excerpt, rest }, i) => {
      const text = sections[i]?.text ?? '';
      expect(text.startsWith(excerpt.replace(/…$/, ''))).toBe(true);
      expect(counted(excerpt, rest, 'en')).toEqual(tallied(text, 'en'));
    });
  });

  test('gives back any text in any script', () => {
    const words = fc.array(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(
          'The',
          'court',
          '3(4)(d)',
          '58/5',
          'pre-trial',
          '\t',
          '\n',
          '"',
          '\\',
          'A\u2028B',
        ),
      ),
      { maxLength: 40 },
    );
    const section = fc
      .record({ page: fc.nat(3), id: fc.constantFrom('', 'a', 'b-c'), heading: words, text: words })
      .map(({ page, id, heading, text }): Section => ({
        href: `en/${page}.html${id && `#${id}`}`,
        title: `Page ${page}`,
        heading: id && heading.join(' '),
        text: text.join(' '),
      }));
    fc.assert(
      fc.property(fc.array(section, { maxLength: 6 }), (unordered) => {
        const given = unordered.toSorted((a, b) =>
          a.title < b.title ? -1 : a.title > b.title ? 1 : 0,
        );
        const decoded = openIndex(run(`atiSearch=${JSON.stringify(encode(given, 'fr'))}`)).sections;
        expect(decoded.map(({ href }) => href)).toEqual(given.map(({ href }) => href));
        decoded.forEach(({ excerpt, rest }, i) => {
          const text = (given[i]?.text ?? '').replace(/\s+/g, ' ').trim();
          // A text without a space in its first characters loses the pair across the cut.
          if (/^\S{100}/.test(text)) return;
          expect(counted(excerpt, rest, 'fr')).toEqual(tallied(text, 'fr'));
        });
      }),
      { numRuns: 40 },
    );
  });

  test('is a script that sets the global atiSearch and nothing else (P34)', () => {
    const script = searchIndex(pages, 'en');
    expect(script).toMatch(/^atiSearch=\{/);
    expect(openIndex(run(script)).sections).toHaveLength(sections.length);
  });

  test('is the same for the same pages', () => {
    expect(searchIndex(new Map(pages), 'en')).toBe(searchIndex(pages, 'en'));
  });

  test('of no pages finds nothing', () => {
    expect(search(openIndex(run(searchIndex(new Map(), 'en'))), 'court').hits).toEqual([]);
  });

  test.each(['gaps', 'often', 'sections', 'counts'] as const)(
    'cut short in its %s is refused',
    (part) => {
      const file = encode(sections, 'en');
      expect(() =>
        openIndex({ ...file, [part]: file[part].slice(0, file[part].length / 2) }),
      ).toThrow();
    },
  );

  test('of another form is refused', () => {
    expect(() => openIndex({ ...encode(sections, 'en'), v: 2 })).toThrow(/form 2/);
  });

  test('is a fifth of the lunr index it stands for (P44)', () => {
    const bytes = (text: string) => brotliCompressSync(text).length;
    const file = bytes(searchIndex(pages, 'en'));
    expect(file).toBeLessThan(5_200);
    expect(file).toBeLessThan(bytes(JSON.stringify(plainLunr(sections))) / 2);
  });
});

/** lunr as its guide shows it, over the sections' full text, with the words of `segments`. */
function plainLunr(all: readonly Section[]): lunr.Index {
  return lunr(function () {
    this.ref('ref');
    for (const [field, boost] of Object.entries(weights)) this.field(field, { boost });
    this.pipeline.reset();
    this.searchPipeline.reset();
    const builder = this as unknown as { tokenizer: (text: string) => lunr.Token[] };
    builder.tokenizer = (text) => indexTerms(text, 'en').map((term) => new lunr.Token(term, {}));
    all.forEach(({ title, heading, text }, position) =>
      this.add({ ref: refOf(position), title, heading: heading || title, text }),
    );
  });
}

describe('the ranking is that of lunr over the full text', () => {
  const ours = openIndex(encode(sections, 'en'));
  const full: SearchIndex = { ...ours, lunr: plainLunr(sections) };

  test.each([
    'naloxone',
    'police diversion',
    'consent',
    'treatment',
    'person',
    'court',
    'the person who uses drugs',
    'art. 3(4)(d)',
    'resolution 58/5',
    'net-widening',
    'opioid overdose breathing',
    'medic',
    'pri',
    'evaluations of young people',
    'tratment of disordr',
    'ombudsman naloxone',
    'what is recorded about me',
    '1988',
    'rules',
    'women',
  ])('%s', (query) => {
    const top = (index: SearchIndex) =>
      search(index, query).hits.map(({ section }) => section.href);
    expect(top(full)).not.toEqual([]);
    expect(top(ours)).toEqual(top(full));
  });
});
