import { describe, expect, test } from 'vitest';
import { typeset, typesetText } from '../../src/content/typography/typeset.ts';

describe('English is set as in print', () => {
  test.each([
    [`"Two million need treatment," they say.`, '“Two million need treatment,” they say.'],
    [
      `the prosecutors' guideline and the judge's reasons`,
      'the prosecutors’ guideline and the judge’s reasons',
    ],
    [`He said, "She wrote 'no'."`, 'He said, “She wrote ‘no’.”'],
    [`"'No,' she wrote."`, '“‘No,’ she wrote.”'],
    [`a test for "minor" and ("appropriate")`, 'a test for “minor” and (“appropriate”)'],
    [`*"Who" decides*, and "*who*"`, '*“Who” decides*, and “*who*”'],
    [`the facts - she came`, 'the facts – she came'],
    [`the minister -- if asked -- will answer`, 'the minister – if asked – will answer'],
    [`person convicted of ...`, 'person convicted of …'],
    [`two lines\n"the second"`, 'two lines\n“the second”'],
    [`he said:"call me"`, 'he said:“call me”'],
    [`'tis the '90s, and 'no'`, '’tis the ’90s, and ‘no’'],
    [`'90 people' came`, '‘90 people’ came'],
    [`the boys' mothers, O'Brien's file`, 'the boys’ mothers, O’Brien’s file'],
  ])('%s', (written, printed) => {
    expect(typesetText(written, 'en')).toBe(printed);
    expect(typesetText(written, 'en-ZA')).toBe(printed);
  });
});

describe('each language has its own marks', () => {
  test.each([
    ['fr', `L'injonction "oui" n'est pas`, 'L’injonction «\u00a0oui\u00a0» n’est pas'],
    ['fr', 'Quoi ? Rien ; voilà !', 'Quoi\u202f? Rien\u202f; voilà\u202f!'],
    ['de', `Er sagte "nein" und 'ja'.`, 'Er sagte „nein“ und ‚ja‘.'],
    ['es', `Dijo "no"`, 'Dijo «no»'],
    ['vi', `Nói "không"`, 'Nói “không”'],
  ])('%s: %s', (language, written, printed) => {
    expect(typesetText(written, language)).toBe(printed);
  });

  test('an unknown language keeps the text as written', () => {
    const text = `"oui", l'eau - a ... b`;
    expect(typesetText(text, 'xx')).toBe(text);
  });
});

test('leaves alone what is set already, addresses, code, ranges, measures and lists', () => {
  for (const text of [
    '“Yes”, the sister’s word – once',
    `https://example.org/a'b`,
    `see https://example.org/a'b... and [words](https://example.org/c'd)`,
    '`"code" - and ...`',
    'pre-trial, 2011-13, 3(4)(d)',
    `5' 6" tall`,
    'two things:\n- one\n- two',
  ])
    expect(typesetText(text, 'en')).toBe(text);
});

test('reaches every text of a value and nothing else', () => {
  const date = new Date(0);
  expect(typeset({ at: date, of: [{ title: `it's` }, 3, null, undefined, true] }, 'en')).toEqual({
    at: date,
    of: [{ title: 'it’s' }, 3, null, undefined, true],
  });
});
