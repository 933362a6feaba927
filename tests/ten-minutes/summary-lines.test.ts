import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import { summaryLines } from '../../src/ten-minutes/page/summary-lines.ts';

test('the lines for the wall are the list a summary begins with, without citations', () => {
  const source = [
    'In short:',
    '- A test says *what* was taken.<Cite source="who-2023" at="p. 4" />',
    '- Consent is asked for.',
    '',
    '## More',
    '- This is no main point.',
  ].join('\n');
  expect(summaryLines(source)).toEqual(['A test says *what* was taken.', 'Consent is asked for.']);
});

test('every module has such lines, and none of them ends in the middle of a component', () => {
  for (const { id } of loadCourse('en').modules) {
    const lines = summaryLines(readFileSync(`content/en/modules/${id}/summary.mdx`, 'utf8'));
    expect(lines.length, id).toBeGreaterThan(0);
    expect(
      lines.filter((line) => /[<>]/.test(line) || !/[.?!]["”]?$/.test(line)),
      id,
    ).toEqual([]);
  }
});
