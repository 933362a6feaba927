import { expect, test } from 'vitest';
import { typeset, typesetText } from '../../src/course/typeset.ts';

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
  [`person convicted of ...`, 'person convicted of …'],
  [`two lines\n"the second"`, 'two lines\n“the second”'],
])('%s', (written, printed) => {
  expect(typesetText(written)).toBe(printed);
});

test('leaves alone what is set already, addresses, ranges and lists', () => {
  for (const text of [
    '“Yes”, the sister’s word – once',
    `https://example.org/a'b`,
    'pre-trial, 2011-13, 3(4)(d)',
    'two things:\n- one\n- two',
  ])
    expect(typesetText(text)).toBe(text);
});

test('reaches every text of a value and nothing else', () => {
  const date = new Date(0);
  expect(typeset({ at: date, of: [{ title: `it's` }, 3, null, undefined, true] })).toEqual({
    at: date,
    of: [{ title: 'it’s' }, 3, null, undefined, true],
  });
});
