import { describe, expect, test } from 'vitest';
import { composeHandbook } from '../../src/handbook/compose.ts';
import { contentsOf } from '../../src/handbook/contents.ts';
import { handbooksOf } from '../../src/handbook/handbook.ts';
import { printedLevels } from '../../src/handbook/levels.ts';
import { readMaterial } from '../../src/handbook/material.ts';
import { printedPage } from '../../src/handbook/printed-page.ts';
import { attribute, elements, readPage, textOf } from '../../src/html/html.ts';
import { course, material, pages } from './small-course.ts';

const bookOf = (id: string) => {
  const book = handbooksOf(course).find((each) => each.id === id);
  if (book === undefined) throw new Error(`there is no book "${id}"`);
  return book;
};
const sectionsOf = (id: string) => {
  const book = bookOf(id);
  return composeHandbook(book, material, printedLevels(book));
};
const textOfSection = (id: string, section: string) =>
  sectionsOf(id).find((each) => each.id === section)?.text ?? '';
const printed = (id: string) =>
  printedPage(bookOf(id), sectionsOf(id), course, {
    ...{ styles: ['a.css'], script: 'a.js', icon: 'a.svg', choice: '../handbook.html' },
  });

describe('P65: the books of a course', () => {
  test('are the whole, each track that leaves something out, each module and each lesson', () => {
    expect(handbooksOf(course).map(({ path }) => path)).toEqual([
      'en/handbook/course',
      'en/handbook/tracks/judge',
      'en/handbook/modules/pre-arrest',
      'en/handbook/modules/trial',
      'en/handbook/lessons/who-decides',
      'en/handbook/lessons/sentence',
    ]);
  });

  test('hold module by module the pages of the course, then cases, answers and notes, and the terms at the end', () => {
    expect(sectionsOf('course').map(({ id }) => id)).toEqual([
      ...['part--pre-arrest', 'pre-arrest--introduction', 'who-decides', 'pre-arrest--summary'],
      ...['pre-arrest--card', 'pre-arrest--cases', 'pre-arrest--answers', 'pre-arrest--notes'],
      ...['part--trial', 'trial--introduction', 'sentence', 'trial--summary', 'trial--card'],
      ...['terms', 'terms--notes'],
    ]);
  });

  test('of a track have its lessons, the cases it suggests, and the ends of modules that are mostly its own', () => {
    expect(sectionsOf('judge').map(({ id }) => id)).toEqual([
      ...['part--pre-arrest', 'pre-arrest--cases'],
      ...['part--trial', 'sentence', 'trial--summary', 'trial--card'],
    ]);
  });

  test('name the chapters below their module, and without modules the headings below their chapter', () => {
    const [, trial, terms] = contentsOf(sectionsOf('course'));
    expect(trial?.lines.map(({ id }) => id)).toContain('sentence');
    expect(terms?.id).toBe('terms');
    const lesson = contentsOf(sectionsOf('pre-arrest')).find(({ id }) => id === 'who-decides');
    expect(lesson?.lines).toEqual([{ id: 'who-decides--limits', title: 'The limits', lines: [] }]);
  });

  test('cannot be made where a page of the course is missing', () => {
    expect(() =>
      readMaterial(course, (path) => (path.includes('sentence') ? undefined : pages.get(path))),
    ).toThrow('the site has no page en/trial/sentence.html');
  });
});

describe('notes', () => {
  test('are numbered in the order of the text, each place of a source once, and again from 1 in the next module', () => {
    const text = textOfSection('course', 'who-decides');
    const numbers = [...text.matchAll(/role="doc-noteref">(\d+)</g)].map(([, number]) => number);
    expect(numbers).toEqual(['1', '2', '1', '3']);
  });

  test('give a source in full where it is cited first, and lead back to the text', () => {
    const notes = textOfSection('course', 'pre-arrest--notes');
    expect(notes).toContain(
      'UN 1988, art. 3. <bdi>United Nations (1988). <cite>Words of &lt;un-1988&gt; &amp; more</cite>.</bdi>',
    );
    expect(notes).toContain('UN 1988, art. 5. In full in note 1.');
    expect(notes).toContain('href="#mark--pre-arrest-1" role="doc-backlink"');
  });

  test('of a line that holds nothing but sources stand behind their names', () => {
    expect(textOfSection('course', 'pre-arrest--answers')).toMatch(
      /<p class="small cited">Tokyo Rules<a class="note-mark"/,
    );
  });

  test('of a bench card are its numbers, and what no number names stands at its foot', () => {
    const card = textOfSection('course', 'pre-arrest--card');
    expect(card).toMatch(/Call\.<span><a class="note-mark"/);
    expect(card).toMatch(/<div class="card-foot small"><p class="cited">Tokyo Rules</);
  });
});

describe('what is printed', () => {
  test('has questions to answer with a pencil, drawings with their words, and nothing that acts', () => {
    const text = textOfSection('course', 'who-decides');
    expect(text).not.toMatch(/<(?:button|input|form|select|textarea|details|script|template)\b/);
    expect(text).not.toContain('Try again.');
    expect(text).toContain('<span>The police</span>');
    expect(text).toContain('<div class="own-lines"></div>');
    expect(text).toMatch(/<figure class="drawing"><figcaption>A net<\/figcaption><svg xmlns=/);
    expect(text).toContain('<p>Lines.</p>');
  });

  test('keeps the name of its column with a cell, for phones on which cells stand below each other', () => {
    expect(textOfSection('course', 'who-decides')).toContain(
      '<th scope="row">Caution</th><td data-label="Who">The police</td>',
    );
  });

  test('has no part of the page around it', () => {
    expect(textOfSection('course', 'who-decides')).not.toMatch(/Where|Next|Version/);
    expect(textOfSection('course', 'who-decides')).toContain(
      'Sources checked on 24 November 2026.',
    );
  });

  test('leads only within the book: what it does not hold is plain text', () => {
    const inCourse = textOfSection('course', 'who-decides');
    expect(inCourse).toContain('<a href="#sentence--how-long">how long</a>');
    expect(inCourse).toContain('<span>your record</span>');
    expect(textOfSection('pre-arrest', 'who-decides')).toContain('<span>how long</span>');
  });

  test.each(['course', 'judge', 'pre-arrest', 'who-decides'])(
    'every id of "%s" is there once, and every link within it leads somewhere',
    (id) => {
      const all = [...elements(readPage(printed(id)))];
      const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
      expect(ids).toEqual([...new Set(ids)]);
      const links = all.flatMap((element) => attribute(element, 'href') ?? []);
      const within = links.filter((href) => href.startsWith('#')).map((href) => href.slice(1));
      expect(within.filter((to) => !ids.includes(to))).toEqual([]);
      expect(within.length).toBeGreaterThan(3);
    },
  );

  test('has room for the number of a page behind each line of its contents', () => {
    const page = readPage(printed('course'));
    const places = [...elements(page)].flatMap((each) => attribute(each, 'data-page-of') ?? []);
    expect(places).toContain('sentence');
  });

  test('keeps a title that tries to be markup as words', () => {
    const all = [...elements(readPage(printed('course')))];
    expect(all.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
    const title = all.find((element) => attribute(element, 'id') === 'part--trial');
    expect(title && textOf(title)).toBe('Trial </title><script>alert(1)</script>');
  });

  test('of a lesson has the heading of the lesson alone at the first level', () => {
    const all = [...elements(readPage(printed('who-decides')))];
    expect(all.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
    expect(all.filter(({ tagName }) => tagName === 'h2').map(textOf)).toContain('The limits');
  });
});
