import fc from 'fast-check';
import lunr from 'lunr';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeSections, decodeTerms } from '../../src/search/decode.ts';
import { encode, searchIndex } from '../../src/search/index-file.ts';
import { decodeVarints, encodeVarints } from '../../src/search/numbers.ts';
import { type IndexFile, type IndexHead, partName } from '../../src/search/parts.ts';
import { openIndex } from '../../src/search/open-index.ts';
import { spread } from '../../src/search/query.ts';
import { buildLunr, fields, loadLunr, postingsOf } from '../../src/search/lunr-index.ts';
import type { Section } from '../../src/search/section.ts';
import { indexTerms } from '../../src/search/segments.ts';
import { answerOf, asked, hrefsFor, loadedIndex, sections } from '../fixtures/search/loaded.ts';
import { pages } from '../fixtures/search/pages.ts';

/** The global that a script leaves behind. */
const run = (script: string): IndexFile => {
  const context: { atiSearch?: IndexFile } = {};
  runInNewContext(script, context);
  expect(Object.keys(context)).toEqual(['atiSearch']);
  if (!context.atiSearch) throw new Error('the script sets no index');
  return context.atiSearch;
};
const runAll = (scripts: ReadonlyMap<string, string>) =>
  new Map([...scripts].map(([name, script]) => [name, run(script)]));

/** Places of each term, as `term field section`. */
const places = (index: ReturnType<typeof loadedIndex>) =>
  [...index.loaded.terms.values()]
    .flatMap((part) => [...part])
    .flatMap(([term, posting]) =>
      fields.flatMap((field) => [...posting[field].keys()].map((at) => `${term} ${field} ${at}`)),
    )
    .sort();
/** The same, from the texts: what a heading says is not listed once more for the text below it. */
const counted = (given: readonly Section[], language: string) =>
  given
    .flatMap(({ title, heading, text }, at) => {
      const terms = (words: string) => [...new Set(indexTerms(words, language))];
      const named = terms(heading || title);
      const fieldTerms = {
        title: terms(title),
        heading: named,
        text: terms(text).filter((term) => !named.includes(term)),
      };
      return Object.entries(fieldTerms).flatMap(([field, own]) =>
        own.map((term) => `${term} ${field} ${at}`),
      );
    })
    .sort();
const allSections = (index: ReturnType<typeof loadedIndex>) =>
  [...index.loaded.sections.values()].flat();

describe('numbers', () => {
  test('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000)), (numbers) => {
        expect(decodeVarints(encodeVarints(numbers))).toEqual(numbers);
      }),
    );
  });

  test('take one character below 70 and two below 1,610', () => {
    expect(encodeVarints([0, 69])).toHaveLength(2);
    expect(encodeVarints([70, 1539])).toHaveLength(4);
  });

  test('need no escape in a script', () => {
    expect(JSON.stringify(encodeVarints(Array.from({ length: 3000 }, (_, i) => i)))).not.toContain(
      '\\',
    );
  });
});

describe('an index', () => {
  test('gives back what it was made of', () => {
    const index = loadedIndex();
    const shown = allSections(index);
    expect(shown.map(({ href, title, heading }) => ({ href, title, heading }))).toEqual(
      sections.map(({ href, title, heading }) => ({ href, title, heading })),
    );
    shown.forEach(({ excerpt }, i) => {
      const { about, text } = sections[i] ?? {};
      expect((about ?? text)?.startsWith(excerpt.replace(/…$/, ''))).toBe(true);
    });
    expect(places(index)).toEqual(counted(sections, 'en'));
  });

  test('shows the first words of a text, whole ones, about half a line of them', () => {
    const text =
      'Whoever is arrested with a small amount may be warned and handed over to a service.';
    const of = (one: string) =>
      allSections(
        loadedIndex(encode([{ href: 'en/a.html', title: 'A', heading: '', text: one }], 'en')),
      )[0]?.excerpt;
    expect(of(text)).toBe('Whoever is arrested with a small amount…');
    expect(of(text.slice(0, 46))).toBe(text.slice(0, 46));
    expect(of(text.replace('amount', 'amount,'))).toBe('Whoever is arrested with a small amount…');
  });

  test('shows what a page is about, where it says so, and not how it begins', () => {
    const page = { href: 'en/a.html', title: 'A', heading: '', text: 'Two people are stopped.' };
    const files = encode([{ ...page, about: 'How to choose a response.' }], 'en');
    expect(allSections(loadedIndex(files))[0]?.excerpt).toBe('How to choose a response.');
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
        const scripts = [...encode(given, 'fr')].map(
          ([name, file]) => [name, `atiSearch=${JSON.stringify(file)}`] as const,
        );
        const index = loadedIndex(runAll(new Map(scripts)));
        expect(allSections(index).map(({ href }) => href)).toEqual(given.map(({ href }) => href));
        expect(places(index)).toEqual(counted(given, 'fr'));
      }),
      { numRuns: 40 },
    );
  });

  test('is scripts that set the global atiSearch and nothing else (P34)', () => {
    const scripts = searchIndex(pages, 'en');
    for (const script of scripts.values()) expect(script).toMatch(/^atiSearch=\{/);
    expect(allSections(loadedIndex(runAll(scripts)))).toHaveLength(sections.length);
  });

  test('keeps words that begin alike in one part, so that a misspelt word and what it means are loaded at once', () => {
    const words = Array.from({ length: 2600 }, (_, i) => `alike${i} w${i}x`);
    const files = encode(
      [{ href: 'en/a.html', title: 'A', heading: '', text: words.join(' ') }],
      'fr',
    );
    const parts = [...loadedIndex(files).loaded.terms.values()];
    expect(parts.length).toBeGreaterThan(5);
    const own = parts.filter((part) => [...part.keys()].some((term) => term.startsWith('alike')));
    expect(own).toHaveLength(1);
  });

  test('lists the words of a letter in one part, so that a slip in the next letters is found', () => {
    const words = Array.from({ length: 1600 }, (_, i) =>
      ['d', 'e']
        .map(
          (one) =>
            `${one}${'abcdefgh'.charAt(i % 8)}${'klmnopqrst'.charAt((i >> 3) % 10)}${'klmnopqrst'.charAt(i % 10)}word`,
        )
        .join(' '),
    );
    const files = encode(
      [{ href: 'en/a.html', title: 'A', heading: '', text: words.join(' ') }],
      'fr',
    );
    const parts = [...loadedIndex(files).loaded.list.values()];
    const letters = parts.flatMap((part) => [...new Set(part.map((word) => word[0]))]);
    expect(new Set(letters).size).toBe(letters.length);
  });

  test('is the same for the same pages', () => {
    expect(searchIndex(new Map(pages), 'en')).toEqual(searchIndex(pages, 'en'));
  });

  test('of no pages finds nothing', () => {
    expect(hrefsFor(loadedIndex(runAll(searchIndex(new Map(), 'en'))), 'court')).toEqual([]);
  });

  test.each(['pages', 'sections'] as const)(
    'whose head is cut short in its %s is refused',
    (part) => {
      const head = encode(sections, 'en').get(partName.head) as IndexHead;
      const cut = head[part].slice(0, head[part].length / 2);
      expect(() => openIndex({ ...head, [part]: cut })).toThrow();
    },
  );

  test.each(['counts', 'gaps', 'times'] as const)(
    'whose part of terms is cut short in its %s is refused',
    (part) => {
      const file = encode(sections, 'en').get(partName.terms(0));
      if (!file || !('gaps' in file)) throw new Error('no part of terms');
      const cut = file[part].slice(0, file[part].length / 2);
      expect(() => decodeTerms({ ...file, [part]: cut }, [])).toThrow();
    },
  );

  test('whose part of sections is cut short is refused', () => {
    const file = encode(sections, 'en').get(partName.sections(0));
    if (!file || !('pages' in file) || 'v' in file) throw new Error('no part of sections');
    expect(() => decodeSections({ ...file, sections: file.sections.slice(0, 90) })).toThrow();
  });

  test('with a character that no index has tells that it is damaged, and what to do', () => {
    expect(() => decodeVarints('#\u00e4')).toThrow('search index damaged: publish it anew');
  });

  test('of another form is refused', () => {
    const head = encode(sections, 'en').get(partName.head) as IndexHead;
    expect(() => openIndex({ ...head, v: 1 })).toThrow(/form 1/);
  });

  test('holds its terms in less than the serialized lunr index takes (P44)', () => {
    const bytes = (text: string) => brotliCompressSync(text).length;
    const total = [...searchIndex(pages, 'en')]
      .filter(([name]) => name.startsWith('-t'))
      .reduce((sum, [, script]) => sum + bytes(script), 0);
    expect(total).toBeLessThan(bytes(JSON.stringify(buildLunr(sections, 'en'))));
  });
});

describe('a query loads only what it needs', () => {
  const files = encode(sections, 'en');
  const best = (hits: Parameters<typeof spread>[0]) => hits.slice(0, 10);
  const parts = (query: string) => asked(files, query, best).parts;
  const whole = loadedIndex(files);

  test.each([
    'naloxone',
    'police warning',
    'medic',
    'pri',
    'evaluatio',
    'tratment of disordr',
    'naloxone ombudsman',
    '3(4)(d)',
    'pre-trial',
    'n',
    'xylophone',
    'the',
    '',
    'constructor',
  ])('and finds for "%s" what the whole index finds', (query) => {
    const found = asked(files, query, best);
    expect(found.how).toBe(answerOf(whole, query).how);
    expect(found.sections.map(({ href }) => href)).toEqual(hrefsFor(whole, query).slice(0, 10));
  });

  test('of terms, those that may hold its words', () => {
    const terms = parts('naloxone').filter((name) => name.startsWith('-t'));
    expect(terms).toHaveLength(1);
    expect([...files.keys()].filter((name) => name.startsWith('-t')).length).toBeGreaterThan(1);
  });

  test('of the list of words, that in which it would stand, and only for a word that is spelt like none', () => {
    const listed = (query: string) => parts(query).filter((name) => name.startsWith('-l'));
    expect(listed('naloxone')).toEqual([]);
    expect(listed('naloxne')).toHaveLength(1);
  });
});

/** lunr's own index of all terms and sections, loaded whole. */
const wholeLunr = lunr.Index.load(buildLunr(sections, 'en'));

describe('results and scores are those of the whole lunr index', () => {
  const ours = loadedIndex();

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
    const top = hrefsFor(ours, query, () => wholeLunr);
    expect(top).not.toEqual([]);
    expect(hrefsFor(ours, query)).toEqual(top);
  });

  test('for any few terms of the index', () => {
    const postings = [...postingsOf(buildLunr(sections, 'en'))];
    const some = fc.uniqueArray(fc.nat(postings.length - 1), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(some, (numbers) => {
        const terms = numbers.flatMap((number) => (postings[number] ? [postings[number]] : []));
        const ask = (index: lunr.Index) =>
          index
            .query((query) => {
              for (const [term] of terms) query.term(term, { usePipeline: false });
            })
            // Terms have other numbers in a subset, so the last bits of a sum may differ.
            .map(({ ref, score }) => `${score.toFixed(9)} ${ref}`)
            .toSorted();
        expect(ask(loadLunr(new Map(terms)))).toEqual(ask(wholeLunr));
      }),
    );
  });
});
