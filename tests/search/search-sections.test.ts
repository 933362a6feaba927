import { describe, expect, test } from 'vitest';
import { sectionsOf } from '../../src/search/sections.ts';
import { pages } from '../fixtures/search/pages.ts';

const sections = [...pages].flatMap(([path, html]) => sectionsOf(path, html));
const main = (html: string) => `<html><body><main><h1>Title</h1>${html}</main></body></html>`;

describe('the sections of a page', () => {
  test('begin at the start of the page and at every heading with an id', () => {
    const html = main(
      '<p>Before.</p><h2 id="one">One</h2><p>First.</p><h3 id="deep">Deep</h3>Second.<h2>None</h2>Third.',
    );
    expect(sectionsOf('en/a.html', html)).toEqual([
      { href: 'en/a.html', title: 'Title', heading: '', text: 'Before.' },
      { href: 'en/a.html#one', title: 'Title', heading: 'One', text: 'First.' },
      { href: 'en/a.html#deep', title: 'Title', heading: 'Deep', text: 'Second. None Third.' },
    ]);
  });

  test('say at the start of a page what it is about, in the words of its description', () => {
    const html = `<head><meta name="description" content="What it is about."></head>${main('A story. <h2 id="b">B</h2>')}`;
    const [start, next] = sectionsOf('en/a.html', html);
    expect(start).toMatchObject({ text: 'A story.', about: 'What it is about.' });
    expect(next).not.toHaveProperty('about');
  });

  test('take the anchor of the section when its heading has none, and only once', () => {
    const html = main('<section id="s"><header><h2>One</h2></header>Text<h3>Two</h3></section>');
    expect(sectionsOf('a.html', html)).toMatchObject([
      { href: 'a.html', text: '' },
      { href: 'a.html#s', heading: 'One', text: 'Text Two' },
    ]);
  });

  test('are the terms of a glossary and the marked entries of a list', () => {
    expect(sections).toContainEqual({
      href: 'en/glossary.html#stigma',
      title: 'Glossary',
      heading: 'Stigma',
      text: 'Attitudes that make a person count for less, and seek help later.',
    });
    expect(sections).toContainEqual({
      href: 'en/sources.html#tokyo-rules',
      title: 'Sources',
      heading: 'Tokyo Rules',
      text: 'United Nations Standard Minimum Rules for Non-custodial Measures, A/RES/45/110.',
    });
  });

  test('of an entry begin at its name, whatever it is', () => {
    const html =
      main(`<dl><div id="a" data-search="entry"><dt>Term</dt><dd>Meaning <a>Source</a></dd></div></dl>
      <ul><li id="b" data-search="entry">Author. <cite>Work</cite>. 2020. https://a.example/b?c=d</li></ul>`);
    expect(sectionsOf('a.html', html).slice(1)).toMatchObject([
      { href: 'a.html#a', heading: 'Term', text: 'Meaning Source' },
      { href: 'a.html#b', heading: 'Work', text: '2020.' },
    ]);
  });

  test('keep words apart that stand in blocks of their own, and together those of a line', () => {
    const html = main(
      '<ul><li>alpha</li><li>beta</li></ul><p>gam<em>ma</em><br>delta.<a class="cite">UN 1988</a></p>',
    );
    expect(sectionsOf('a.html', html)[0]?.text).toBe('alpha beta gamma delta. UN 1988');
  });

  test.each(['off on the page', 'no main'])('are none with %s', (which) => {
    const html = which === 'no main' ? '<body><h1>A</h1>b</body>' : pages.get('en/search.html');
    expect(sectionsOf('a.html', html ?? '')).toEqual([]);
  });
});

describe('the index holds nothing', () => {
  // What a page says of itself is shown and not looked up.
  const words = JSON.stringify(sections.map((section) => ({ ...section, about: undefined })));

  test.each([
    ['of an answer', 'answerword'],
    ['of the options of a question', 'optionword'],
    ['of the consequences of a case', 'Spoilerword'],
    ['of what a case leads to outside its headings', 'ombudsman'],
    ['of navigation, head and foot', 'furniture'],
    ['of scripts', 'scriptword'],
    ['of lines marked as furniture', 'breadcrumbword'],
    ['of pages that are left out', 'Searchpageword'],
  ])('%s', (_, word) => {
    expect([...pages.values()].join()).toContain(word);
    expect(words).not.toContain(word);
  });

  test.each([
    '<p hidden>secret</p>',
    '<div popover>secret</div>',
    '<span aria-hidden="true">secret</span>',
    '<p role="status">secret</p>',
    '<dialog>secret</dialog>',
    '<details>secret</details>',
    '<template><p>secret</p></template>',
    '<svg><text>secret</text></svg>',
  ])('of %s', (html) => {
    expect(sectionsOf('a.html', main(`seen ${html}`))[0]?.text).toBe('seen');
  });

  test('of a heading that is hidden', () => {
    expect(sectionsOf('a.html', main('<h2 id="a" hidden>secret</h2>'))).toHaveLength(1);
  });
});

test('a case is found by its title and by what is marked as its opening', () => {
  expect(sections.filter(({ href }) => href.includes('/cases/'))).toEqual([
    {
      href: 'en/cases/bus-station.html',
      title: 'The bus station',
      heading: '',
      text: expect.stringMatching(/^You are a patrol officer\..*in his pocket\.$/) as unknown,
      about: 'Metadata is furniture.',
    },
  ]);
});

test('a details that gives nothing away can be let in', () => {
  const html = main(
    '<details data-search="on"><summary>In words</summary><p>A line.</p></details>',
  );
  expect(sectionsOf('a.html', html)[0]?.text).toBe('In words A line.');
});
