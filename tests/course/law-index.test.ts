import { describe, expect, test } from 'vitest';
import { lawIndex } from '../../src/course/law-index.ts';
import type { Source } from '../../src/course/source.ts';

const source = (id: string, kind: Source['kind'], year: number): Source => ({
  id,
  short: id,
  authors: 'A',
  year,
  title: id,
  url: 'https://example.org',
  kind,
  checked: '2026-11-24',
  read: 'full',
});
const sources = [
  source('study', 'study', 1950),
  source('resolution', 'resolution', 1960),
  source('rules', 'rules', 1990),
  source('treaty', 'treaty', 1988),
];
const use = (source: string, at: string | undefined, href: string) => ({
  source,
  ...(at !== undefined && { at }),
  page: { href },
});
const placesOf = (...uses: ReturnType<typeof use>[]) =>
  lawIndex(sources, uses).flatMap(({ places }) =>
    places.map(({ place, pages }) => [place, pages.map(({ href }) => href).join(' ')]),
  );

describe('the index of law', () => {
  test('holds treaties, then rules, then resolutions, and nothing that binds nobody', () => {
    const uses = sources.map(({ id }) => use(id, '1', 'a'));
    expect(lawIndex(sources, uses).map(({ source }) => source.id)).toEqual([
      'treaty',
      'rules',
      'resolution',
    ]);
  });

  test('orders treaties by the year in their name, not by that of an amended edition', () => {
    const amended = { ...source('old', 'treaty', 1972), short: 'UN 1961' };
    const later = { ...source('new', 'treaty', 1971), short: 'UN 1971' };
    const found = lawIndex([later, amended], [use('old', '1', 'a'), use('new', '1', 'a')]);
    expect(found.map((instrument) => instrument.source.short)).toEqual(['UN 1961', 'UN 1971']);
  });

  test('orders places by their numbers and letters, not as text', () => {
    const places = placesOf(
      use('rules', 'rules 14.2, 3.10 and 3.2', 'a'),
      use('treaty', 'art. 36(1)(b), 3(4)(c) and 3(4)(b)', 'b'),
    );
    expect(places.map(([place]) => place)).toEqual([
      ...['3(4)(b)', '3(4)(c)', '36(1)(b)'],
      ...['3.2', '3.10', '14.2'],
    ]);
  });

  test('counts a range for the places inside it, and names each page once', () => {
    expect(
      placesOf(
        use('rules', 'rules 3.1 to 3.3', 'range'),
        use('rules', 'rule 3.2', 'one'),
        use('rules', 'rule 3.2', 'one'),
        use('rules', 'rule 3.4', 'other'),
      ),
    ).toEqual([
      ['3.1', 'range'],
      ['3.2', 'range one'],
      ['3.3', 'range'],
      ['3.4', 'other'],
    ]);
  });

  test('does not list under a whole article what cites a part of it', () => {
    expect(placesOf(use('treaty', 'art. 3', 'all'), use('treaty', 'art. 3(4)', 'part'))).toEqual([
      ['3', 'all'],
      ['3(4)', 'part'],
    ]);
  });

  test('does not take a paragraph of the adopting resolution for a rule', () => {
    const [rules] = lawIndex(sources, [use('rules', 'operative para. 9', 'a')]);
    expect(rules?.places).toEqual([]);
    expect(rules?.whole.map(({ href }) => href)).toEqual(['a']);
  });
});
