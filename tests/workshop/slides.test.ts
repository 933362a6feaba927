import { describe, expect, test } from 'vitest';
import { type Element, elements, readPage } from '../../src/html/html.ts';
import { cutSlides } from '../../src/workshop/slides/cut-slides.ts';
import {
  moved,
  moveOf,
  type Presentation,
  readPresentation,
  slideHeight,
} from '../../src/workshop/slides/presentation.ts';
import { heightOf, parted } from '../../src/workshop/slides/slide.ts';

const textOf = (html: string): Element => {
  const [main] = [...elements(readPage(`<main>${html}</main>`))].filter(
    ({ tagName }) => tagName === 'main',
  );
  if (main === undefined) throw new Error('no text');
  return main;
};
const lesson = (html: string) =>
  cutSlides({ title: 'Lesson', summary: 'What it says.', text: textOf(html), language: 'en' });
/** The slides of a text below a heading, without the opening of the lesson. */
const cut = (html: string) => lesson(`<h2>Part</h2>${html}`).slice(1);
const long = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

describe('the slides of a lesson', () => {
  test('have its headings and first sentences, with the whole passage in the notes', () => {
    const one = 'The first sentence is long enough to say & mean something.';
    const five = 'The fifth sentence is long enough to stand there alone.';
    const eight = 'The eighth sentence is long enough to say and mean something.';
    const [first, second] = cut(
      `<p>${one} Three.</p><p>Four.</p><p>${five} Six.</p><h2>Next</h2><p>Seven. ${eight} Nine.</p>`,
    );
    expect(first?.heading).toBe('Part');
    expect(first?.body).toBe(
      `<ul><li>${one.replace('&', '&amp;')}</li><li>Four.</li><li>${five}</li></ul>`,
    );
    expect(first?.notes).toEqual([`${one} Three.`, 'Four.', `${five} Six.`]);
    expect(second?.heading).toBe('Next');
    expect(second?.body).toContain(`Seven. ${eight}`);
    expect(second?.body).not.toContain('Nine');
  });

  test('begin with title and summary, and have the text before the first heading only in the notes', () => {
    const [opening, next] = lesson('<p>A story. It goes on.</p><h2>Next</h2><p>Seven.</p>');
    expect(opening).toMatchObject({
      kind: 'opening',
      heading: 'Lesson',
      body: '<p>What it says.</p>',
    });
    expect(opening?.notes).toEqual(['A story. It goes on.']);
    expect(next?.heading).toBe('Next');
  });

  test('show bold words at the start of a paragraph together with the sentence after them', () => {
    const one = 'One is long enough to stand on a slide without the next sentence.';
    const [only] = cut(
      `<ul><li><strong>Claim.</strong> ${one} Two.</li><li><p><strong>What is right in it?</strong> ${one} Four.</p></li><li><strong>Bold</strong> only: ${one} Five.</li></ul>`,
    );
    expect(only?.body).toBe(
      `<ul><li>Claim. ${one}</li><li>What is right in it? ${one}</li><li>Bold only: ${one}</li></ul>`,
    );
  });

  test('include the next sentence if the first is short or would split a quotation', () => {
    const rest = 'The second sentence says what the first one only announces.';
    const said = '“You were using in May. What was different from today, as you see it yourself?”';
    const [only] = cut(
      `<p>Two follow. ${rest} Third.</p><p>${said} Others.</p><p>The last one needs no other sentence beside it at all. No.</p>`,
    );
    expect(only?.body).toBe(
      `<ul><li>Two follow. ${rest}</li><li>${said}</li><li>The last one needs no other sentence beside it at all.</li></ul>`,
    );
  });

  test('are in the short deck if they are a title, a figure, a point to keep or the first question', () => {
    const question = '<div class="slide-question"><p class="asked">Why?</p></div>';
    const slides = lesson(
      `<h2>Part</h2><p>Point.</p><div class="note key"><p>Keep.</p></div><div class="note"><p>Care.</p></div>
       <figure class="drawing"><svg></svg></figure>${question}${question}`,
    );
    expect(slides.map(({ kind, isShort }) => `${kind} ${isShort}`)).toEqual([
      'opening true',
      'points false',
      'passage true',
      'passage false',
      'figure true',
      'question true',
      'question false',
    ]);
  });

  test('have larger type if the slide is wide', () => {
    const [only] = cut(`<p>${long(70)}.</p>`);
    expect(only?.wide).toBeLessThan(only?.size ?? 0);
  });

  test('leave out a line that only introduces another slide, and keep one that introduces a list', () => {
    const [points, law] = cut(
      '<p>One.</p><p>It says:</p><div class="law"><p>Words.</p></div><p>Two:</p><ul><li>A.</li></ul>',
    );
    expect(points?.body).toBe('<ul><li>One.</li></ul><p>Two:</p><ul><li>A.</li></ul>');
    expect(points?.notes).toContain('It says:');
    expect(law?.body).toContain('Words.');
  });

  test('show each note, figure and question on its own slide, and a question without its answer', () => {
    const slides = cut(
      `<div class="note key"><p class="label">Keep</p><p>This.</p></div>
       <figure class="drawing"><figcaption>Seen</figcaption><svg></svg><details><summary>In words</summary><p>A hand.</p><p>It waves.</p></details></figure>
       <div class="slide-question"><p class="label">Ask</p><p class="asked">Why?</p>
       <ol class="choices"><li>A</li></ol><div class="key-of-slide"><p>right</p></div></div>`,
    );
    expect(slides.map(({ kind, heading }) => `${kind} ${heading}`)).toEqual([
      'passage Keep',
      'figure Seen',
      'question Ask',
    ]);
    expect(slides[0]?.body).toBe('<p>This.</p>');
    expect(slides[1]?.notes).toEqual(['A hand.', 'It waves.']);
    expect(slides[2]?.body).not.toContain('right');
    expect(slides[2]?.notes).toEqual(['right']);
  });

  test('do not repeat their title in the notes for the text before the first heading', () => {
    const keep = '<div class="note key"><p>Keep.</p></div>';
    const slides = lesson(`${keep}<h2>Part</h2>${keep}`);
    expect(slides.slice(1).map(({ notes }) => notes)).toEqual([[], ['Part']]);
  });

  test('show a tree from its first question on', () => {
    const [tree] = cut(
      '<figure class="tree"><figcaption>C</figcaption><p>Is it so?</p><ul><li>No: stop.</li></ul></figure>',
    );
    expect(tree).toMatchObject({ kind: 'tree', heading: 'C' });
    expect(tree?.body).toBe('<p>Is it so?</p><ul><li>No: stop.</li></ul>');
  });

  test('show the dates of a timeline in place of numbers', () => {
    const [only] = cut(
      '<div class="steps timeline"><ol><li><strong>2015</strong> A rule. More.</li></ol></div>',
    );
    expect(only?.body).toBe('<ul><li><strong>2015</strong> A rule.</li></ul>');
  });

  test('name a source that the lesson cites before the full stop, whatever full stops it has', () => {
    const [only] = cut(
      '<ul class="principles"><li>It may replace a conviction.<a class="cite"><bdi>A/RES/71/188, para. 4</bdi></a></li></ul>',
    );
    expect(only?.body).toContain('It may replace a conviction (A/RES/71/188, para. 4).');
  });

  test('have a story only in the notes', () => {
    const [only, ...others] = cut('<p>A. B.</p><div class="note example"><p>Story.</p></div>');
    expect(only?.notes.join()).toContain('Story.');
    expect(others).toEqual([]);
  });

  test('split a table with its head on each slide, and a procedure with continuous numbers', () => {
    const row = `<tr><td>${long(20)}</td><td>${long(20)}</td></tr>`;
    const tables = cut(
      `<figure class="compare"><figcaption>C</figcaption><table><tr><th>H</th><th>I</th></tr>${row.repeat(12)}</table></figure>`,
    );
    expect(tables.length).toBeGreaterThan(1);
    for (const { body } of tables) {
      expect(body).toContain('<th scope="col">H</th>');
      expect(body).toContain('<td data-label="I">');
    }
    expect(tables.map(({ body }) => body.split('<tr>').length - 2).reduce((a, b) => a + b)).toBe(
      12,
    );

    const steps = cut(`<div class="steps"><ol>${`<li>${long(30)}.</li>`.repeat(12)}</ol></div>`);
    const starts = steps.map(({ body }) => Number(/start="(\d+)"/.exec(body)?.[1]));
    expect(starts.length).toBeGreaterThan(1);
    expect(starts[1]).toBe(1 + (steps[0]?.body.split('<li>').length ?? 0) - 1);
  });

  test('leave out a column of a table that has only a head', () => {
    const [table] = cut(
      `<table><tr><td></td><th>What</th><th>Source</th></tr>${'<tr><th>A</th><td>Left out.</td><td> </td></tr>'.repeat(2)}</table>`,
    );
    expect(table?.body).toContain('<td data-label="What">Left out.</td>');
    expect(table?.body).not.toContain('Source');
    expect(table?.body).toContain('<thead><tr><td></td>');
  });
});

describe('splitting a list', () => {
  test('keeps all items in order, and makes each part fit the height or be a single item', () => {
    const items = Array.from({ length: 17 }, (_, place) => ({ characters: 40 + place * 30 }));
    const parts = parted(items, (some, setting) => heightOf(some, setting), 4);
    expect(parts.flatMap((each) => each.items)).toEqual(items);
    expect(parts.length).toBeGreaterThan(1);
  });
});

describe('a presentation', () => {
  const at: Presentation = { slide: 1, isBlack: false, shape: '', scheme: '', isShort: false };
  const all = [0, 1, 2];

  test('moves by the keys of a clicker and stops at both ends', () => {
    expect(moveOf('PageDown', 'ltr')).toBe('next');
    expect(moveOf('PageUp', 'ltr')).toBe('back');
    expect(moveOf('ArrowLeft', 'rtl')).toBe('next');
    expect(moveOf('x', 'ltr')).toBeUndefined();
    expect(moved(at, 'next', all).slide).toBe(2);
    expect(moved({ ...at, slide: 2 }, 'next', all).slide).toBe(2);
    expect(moved({ ...at, slide: 0 }, 'back', all).slide).toBe(0);
  });

  test('skips slides that are not in the short deck', () => {
    expect(moved({ ...at, slide: 0 }, 'next', [0, 2]).slide).toBe(2);
    expect(moved({ ...at, slide: 2 }, 'back', [0, 2]).slide).toBe(0);
    expect(readPresentation({ ...at, isShort: true }, 3)?.isShort).toBe(true);
  });

  test('returns from black to the same slide', () => {
    const black = moved(at, 'black', all);
    expect(black.isBlack).toBe(true);
    expect(moved(black, 'next', all)).toEqual(at);
  });

  test('accepts from another window only a valid state of its own slides', () => {
    expect(readPresentation(at, 3)).toEqual(at);
    for (const said of [null, 'x', { ...at, slide: 3 }, { ...at, slide: 0.5 }, { slide: 1 }])
      expect(readPresentation(said, 3)).toBeUndefined();
    expect(readPresentation({ ...at, scheme: 'pink' }, 3)?.scheme).toBe('');
  });

  test('has the shape of the screen and is never larger', () => {
    expect(slideHeight({ width: 1920, height: 1080 }, '')).toEqual({ height: 1080, shape: 'wide' });
    expect(slideHeight({ width: 1024, height: 768 }, '')).toEqual({ height: 768, shape: 'square' });
    expect(slideHeight({ width: 1024, height: 768 }, 'wide')).toEqual({
      height: 576,
      shape: 'wide',
    });
  });
});
