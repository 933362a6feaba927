import { expect, test } from 'vitest';
import { boundWords } from '../../src/content/typography/bound-words.ts';

/** A text with its no-break spaces shown. */
const shown = (text: string, language = 'en') =>
  boundWords(text, language).replaceAll('\u00a0', '~');

test.each([
  ['see s. 3 and ss. 4 to 6', 'see s.~3 and ss.~4 to 6'],
  ['1988, art. 3(4)(c) and arts. 5, 6', '1988, art.~3(4)(c) and arts.~5, 6'],
  ['application no. 2130/10, No. 5, para. 18', 'application no.~2130/10, No.~5, para.~18'],
  ['rules 3.11 and 3.12, guideline 9', 'rules~3.11 and 3.12, guideline~9'],
  ['held in S v LM', 'held in S~v~LM'],
  ['Wenner v. Germany, 2016', 'Wenner v.~Germany, 2016'],
  ['W. Yorks Probation v Boulter', 'W. Yorks Probation v~Boulter'],
  ['in Côte d’Ivoire, Law 2022-407', 'in Côte~d’Ivoire, Law 2022-407'],
])('%s stays together', (text, bound) => {
  expect(shown(text)).toBe(bound);
});

test('other words part at their spaces', () => {
  for (const text of ['the bus. 3 people', 'a v b', 'l’art d’être', 'art. three'])
    expect(shown(text)).toBe(text);
});

test('abbreviations are those of the language, names are the same in each', () => {
  expect(shown('art. 3, Côte d’Ivoire', 'xx')).toBe('art. 3, Côte~d’Ivoire');
});
