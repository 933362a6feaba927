import { expect, test } from 'vitest';
import { withEditions } from '../../src/handbook/editions.ts';
import { course } from './small-course.ts';

const page = `<!DOCTYPE html><html><head></head><body><p><a href="handbook/course.html" data-book="en/handbook/course" data-title="Alternatives &amp; care">All</a></p></body></html>`;
const epub = { kind: 'epub', path: 'en/handbook/course', bytes: 570_000 } as const;

test('a book is offered as the files that there are, each with its size and a name of its own', () => {
  const offered = withEditions(page, [epub], course);
  expect(offered).toContain(
    '<a href="handbook/course.epub" aria-label="EPUB, 0.6&nbsp;MB: Alternatives &amp; care">EPUB, 0.6&nbsp;MB</a>',
  );
  expect(offered).not.toContain('.pdf');
});

test('links of an earlier time are replaced, and go where a file went', () => {
  const offered = withEditions(page, [epub, { ...epub, kind: 'pdf' }], course);
  expect(withEditions(offered, [epub], course)).toBe(withEditions(page, [epub], course));
  expect(withEditions(offered, [], course)).toBe(page);
});
