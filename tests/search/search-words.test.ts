import { describe, expect, test } from 'vitest';
import { encode } from '../../src/search/index-file.ts';
import { boostOf, kindOf } from '../../src/search/kind.ts';
import { withPlaces } from '../../src/search/places.ts';
import type { Section } from '../../src/search/section.ts';
import { answerOf, loadedIndex } from '../fixtures/search/loaded.ts';

const page = (name: string, title: string, text: string): Section => ({
  href: `en/${name}.html`,
  title,
  heading: '',
  text,
});
const sections = [
  page('treatment/medicines', 'Medicines', 'Buprenorphine and methadone keep people alive.'),
  page('treatment/methods', 'Six methods', 'Each method of counselling has a name.'),
  page('screening/tools', 'Tools', 'ASSIST asks for use.'),
  page('programme/steps', 'Steps', 'Technical assistance comes next. Assistance assists.'),
  page('women/pregnancy', 'Pregnancy', 'Care before the birth.'),
  page('law/article', 'Article 3', 'Article 3(4)(c) lets a state choose treatment.'),
];
const index = loadedIndex(
  encode(sections, 'en', {
    synonyms: [
      { words: ['suboxone', 'subs'], means: 'buprenorphine' },
      { words: ['substitution treatment'], means: 'methadone' },
    ],
    notCovered: [{ words: ['DUI', 'drunk driving'], says: 'Driving is not covered.' }],
  }),
);
const first = (query: string) => {
  const answer = answerOf(index, query);
  return { ...answer, page: sections[answer.hits[0]?.position ?? -1]?.href };
};

describe('a word that readers use and the course does not', () => {
  test.each(['suboxone', 'Suboxone ', 'SUBS', 'substitution treatments'])('finds %s', (query) =>
    expect(first(query)).toMatchObject({ how: 'words', page: 'en/treatment/medicines.html' }),
  );

  test.each(['dui', 'drunk driving'])('tells of %s that it is not covered', (query) =>
    expect(answerOf(index, query)).toMatchObject({ hits: [], says: 'Driving is not covered.' }),
  );
});

test('what is not covered does not hide the answer to a query that is mostly about something else', () => {
  expect(answerOf(index, 'counselling names each method DUI')).toMatchObject({ says: '' });
  expect(answerOf(index, 'counselling names each method DUI').hits).not.toEqual([]);
});

test('a word that no page is about is passed over beside others', () => {
  const files = encode(sections, 'en', {
    synonyms: [],
    notCovered: [],
    common: ['name', 'care', 'steps'],
  });
  const hits = (query: string) =>
    answerOf(loadedIndex(files), query).hits.map(({ position }) => position);
  expect(hits('names of methadone')).toEqual(hits('methadone'));
  expect(hits('steps')).toEqual([3]);
  // A text that merely holds it is about something else.
  expect(hits('care')).toEqual([]);
});

test('common words beside a single telling one say which of its pages is meant, and are no part of the answer', () => {
  const files = encode([page('a', 'Methadone', ''), page('b', 'Methadone', '')], 'en', {
    synonyms: [],
    notCovered: [],
    common: ['again', 'please'],
    pages: { b: 'taken again' },
  });
  const answer = (query: string) => answerOf(loadedIndex(files), query);
  expect(answer('methadone again')).toMatchObject({
    how: 'words',
    hits: [{ position: 1 }, {}],
  });
  expect(answer('methadone, please')).toMatchObject({ how: 'words', hits: [{ position: 0 }, {}] });
});

describe('what readers call a page', () => {
  const named = loadedIndex(
    encode(sections, 'en', {
      synonyms: [{ words: ['marijuana'], means: 'buprenorphine' }],
      notCovered: [{ words: ['money laundering'], says: 'Crime is not covered.' }],
      pages: { 'women/pregnancy': 'breastfeeding, my child, marijuana' },
    }),
  );
  const pageOf = (query: string) =>
    sections[answerOf(named, query).hits[0]?.position ?? -1]?.href ?? '';

  test('leads to it, as its title does', () =>
    expect(pageOf('breastfeeding')).toBe('en/women/pregnancy.html'));

  test('is found by what its words are looked up as', () =>
    expect(
      answerOf(named, 'buprenorphine').hits.map(({ position }) => sections[position]?.href),
    ).toContain('en/women/pregnancy.html'));

  test('is mended when it is misspelt, as are synonyms and what is not covered', () => {
    expect(answerOf(named, 'marihuanna').guess).toBe('marijuana');
    expect(pageOf('breastfeding')).toBe('en/women/pregnancy.html');
    expect(answerOf(named, 'mony laundering').says).toBe('Crime is not covered.');
  });

  test('is guessed as a whole query, with the words that were right', () =>
    expect(answerOf(named, 'methodone and birth').guess).toBe('methadone and birth'));
});

test('a section that holds more of a query goes before one that holds a rarer word', () => {
  const { hits, how } = answerOf(index, 'counselling names methadone');
  expect(how).toBe('close');
  expect(sections[hits[0]?.position ?? -1]?.href).toBe('en/treatment/methods.html');
});

test('a page that holds three words of a query goes before one that holds a rare one', () => {
  const others = Array.from({ length: 60 }, (_, i) =>
    page(`a${i}`, i % 4 ? 'Prosecution' : 'Police, health, courts', ''),
  );
  const files = encode([page('b', 'Acupuncture', ''), ...others], 'en');
  const { hits } = answerOf(loadedIndex(files), 'acupuncture courts health police');
  expect(hits[0]?.position).not.toBe(0);
});

describe('a misspelt word', () => {
  test('is mended by its distance to whole words, and said to be a guess', () => {
    expect(first('methodone')).toMatchObject({
      how: 'close',
      guess: 'methadone',
      page: 'en/treatment/medicines.html',
    });
  });

  test('that is as near to two words is guessed as both, and finds either', () => {
    const two = loadedIndex(
      encode([page('a', 'Release', 'The gate.'), page('b', 'Relapse', 'Use.')], 'en'),
    );
    const { guess, hits } = answerOf(two, 'relase');
    expect(guess).toBe('relapse/release');
    expect(hits.map(({ position }) => position).toSorted()).toEqual([0, 1]);
  });

  test('whose ending is still being typed is no misspelling', () => {
    expect(first('counsellin')).toMatchObject({ how: 'words', page: 'en/treatment/methods.html' });
  });
});

describe('forms of one word', () => {
  test.each(['pregnant', 'pregnancies', 'pregnent'])('find %s under pregnancy', (query) =>
    expect(first(query).page).toBe('en/women/pregnancy.html'),
  );

  test('a name in capitals goes before the word that it spells', () => {
    expect(first('ASSIST').page).toBe('en/screening/tools.html');
  });

  test('characters that nobody sees part no word, in texts and in queries', () => {
    expect(first('bupre\u00adnor\u200bphine').page).toBe('en/treatment/medicines.html');
    const hidden = loadedIndex(encode([page('a/b', 'T', 'nal\u00adox\u200done')], 'en'));
    expect(answerOf(hidden, 'naloxone').hits).toHaveLength(1);
  });
});

describe('a place of a treaty', () => {
  test.each([
    ['art 3 4 c', '3(4)(c)'],
    ['3 4 c', '3(4)(c)'],
    ['3.4(d)', '3(4)(d)'],
    ['3(4)c', '3(4)(c)'],
    ['article 3, paragraph 4 (c)', '3(4)(c)'],
    ['Art. 3(4)(c)', '3(4)(c)'],
    ['art. 38(1)', 'art. 38(1)'],
    ['art 38 1', 'art 38(1)'],
    ['article 36.1', 'article 36(1)'],
    ['articles 5, 6', 'articles 5, 6'],
    ['art 14 1966', 'art 14 1966'],
    ['Tokyo rules 2.6', 'Tokyo rules 2.6'],
    ['58/5', '58/5'],
    ['A/RES/45/110', 'A/RES/45/110'],
    ['art. 3 § 4 (d)', '3(4)(d)'],
    ['article 3 paragraph 4 subparagraph d', '3(4)(d)'],
    ['art3.4.c', '3(4)(c)'],
    ['3-4-c', '3(4)(c)'],
    ['art. 3, para. 4 lit. c', '3(4)(c)'],
    ['art 3 par 2', 'art 3(2)'],
    ['art. 9 (3) ICCPR', 'art. 9(3) ICCPR'],
    ['24 hours a day', '24 hours a day'],
    ['18 months', '18 months'],
  ])('%s is looked up as %s', (query, looked) => expect(withPlaces(query)).toBe(looked));

  test('is found however it is written', () => {
    for (const query of ['art 3 4 c', '3.4(c)', '3(4)(c)'])
      expect(first(query)).toMatchObject({ how: 'words', page: 'en/law/article.html' });
  });
});

test('the kind of a page follows from its path', () => {
  expect(
    [
      'en/trial/choosing-a-sentence.html#a',
      'en/cases/bus-station.html',
      'en/cards/judge.html',
      'en/trial/bench-card.html',
      'en/glossary.html#bail',
      'en/sources.html',
      'en/about.html',
      'en/index.html',
    ].map(kindOf),
  ).toEqual(['lesson', 'case', 'card', 'card', 'term', 'source', 'page', 'page']);
});

test('of pages that say the same, the tool comes first, then what teaches, then what lists (P42)', () => {
  const paths = [
    'en/move.html',
    'en/trial/choosing-a-sentence.html',
    'en/cases/bus-station.html',
    'en/workshop/noise.html',
    'en/cards/judge.html',
    'en/index-of-law.html',
    'en/sources.html',
  ];
  expect(paths.toSorted((one, other) => boostOf(other) - boostOf(one))).toEqual(paths);
  for (const path of ['en/documents/consent-form.html', 'en/countries/kenya.html'])
    expect(boostOf(path)).toBe(boostOf('en/workshop/noise.html'));
});
