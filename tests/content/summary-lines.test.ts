import { expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import { mdxTree } from '../../src/content/mdx/mdx-tree.ts';
import { pageContent } from '../../src/content/page-content.ts';
import { inline } from '../../src/site/prose.ts';
import { summaryLines } from '../../src/content/mdx/summary-lines.ts';

const linesOf = (source: string) => {
  const { root } = mdxTree(source);
  return root === undefined ? [] : summaryLines(root);
};

test('the lines for the wall are the list a summary begins with, without citations', () => {
  const source = [
    '---',
    'title: Summary',
    '---',
    '',
    'In short:',
    '',
    '* A test says *what* was taken, and no more.<Cite at="p. 4" source="who-2023" />',
    '- Consent to a <Term id="screening">first look</Term>',
    '  is asked for.',
    '',
    '## More',
    '',
    '- This is no main point.',
  ].join('\n');
  expect(linesOf(source)).toEqual([
    'A test says *what* was taken, and no more.',
    'Consent to a first look\nis asked for.',
  ]);
});

test('characters that mean something in Markdown stand in a line as they were written', () => {
  const [line = ''] = linesOf('- Two \\* three, a_b_c and [a bracket].');
  expect(inline(line)).toBe('Two * three, a_b_c and [a bracket].');
});

test('every module has such lines, and each of them is a whole sentence', () => {
  for (const { id } of loadCourse('en').modules) {
    const lines = summaryLines(pageContent('en', `modules/${id}/summary`).root);
    expect(lines.length, id).toBeGreaterThan(0);
    expect(
      lines.filter((line) => /[<>]/.test(line) || !/[.?!]["”’]?$/.test(line)),
      id,
    ).toEqual([]);
  }
});
