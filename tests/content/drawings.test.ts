import { expect, test } from 'vitest';
import { SourceFile } from '../../src/content/files/source-file.ts';
import { drawing as rule } from '../../src/content/rules/drawing.ts';
import { findingsOf, lineAndMessage } from '../fixtures/rule-findings.ts';

/** Problems that keep a drawing from being read, and findings of the rule on it. */
const problems = (svg: string) =>
  [
    ...new SourceFile('a.svg', Buffer.from(svg)).diagnostics,
    ...findingsOf(rule, { 'a.svg': svg }),
  ].map(lineAndMessage);

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 60" font-size="14">
  <!-- <b> is no tag here -->
  <g class="care stroke"><rect width="9" height="9" fill="none" /></g>
  <text class="ink" x="1" y="1">Desk</text>
</svg>
`;

test('a drawing in the classes of the course has no problem', () => {
  expect(problems(drawing)).toEqual([]);
});

test.for<[name: string, from: string, to: string, message: string]>([
  ['no viewBox', ' viewBox="0 0 360 60"', '', 'line 1: <svg> has no viewBox.'],
  ['a fixed size', '<svg ', '<svg width="300" ', 'line 1: <svg> has "width".'],
  [
    'a colour of its own',
    'fill="none"',
    'fill="#00f"',
    'line 3: <rect> has a colour of its own, fill="#00f".',
  ],
  [
    'a class that no theme knows',
    'class="ink"',
    'class="blue"',
    'line 4: There is no class "blue".',
  ],
  ['a style', 'x="1"', 'style="color:red"', 'line 4: <text> has "style".'],
  ['a script', '</svg>', '<script /></svg>', 'line 5: <script> cannot be used in a drawing.'],
  ['a handler', 'x="1"', 'onclick="a()"', 'line 4: <text> has "onclick".'],
  ['small text', '"14"', '"9"', 'line 1: A text is 9 units high, too small for a phone.'],
  ['a tag that is not closed', '</text>', '', 'line 5: <text> is not closed.'],
  ['no drawing at all', drawing, 'Desk', 'line 1: There is no drawing in the file.'],
  ['a handler in other letters', 'x="1"', 'OnLoad="a()"', 'line 4: <text> has "OnLoad".'],
  [
    'a script in other letters',
    '</svg>',
    '<SCRIPT /></svg>',
    'line 5: <SCRIPT> cannot be used in a drawing.',
  ],
  [
    'a handler without quotes',
    'x="1"',
    'onclick=a()',
    'line 4: The drawing is not well-formed: unquoted attribute value.',
  ],
  [
    'a part of another file',
    '</svg>',
    '<use href="https://example.org/a.svg#b" /></svg>',
    'line 5: <use> refers to "https://example.org/a.svg#b", outside of the drawing.',
  ],
  [
    'a filter that loads a picture',
    '</svg>',
    '<feImage href="#a" /></svg>',
    'line 5: <feImage> cannot be used in a drawing.',
  ],
  [
    'a clip of another file',
    'x="1"',
    'clip-path="url( \'b.svg#c\')"',
    `line 4: <text> refers to "url( 'b.svg#c')", outside of the drawing.`,
  ],
  [
    'two elements of one id',
    '</svg>',
    '<g id="a" /><g id="a" /></svg>',
    'line 5: The id "a" is already used on line 5.',
  ],
  [
    'a document type',
    '<svg ',
    '<!DOCTYPE svg><svg ',
    'line 1: The drawing has a document type (<!DOCTYPE ...>).',
  ],
  [
    'a style sheet',
    '<svg ',
    '<?xml-stylesheet href="a.css"?><svg ',
    'line 1: The drawing has an instruction for programs (<?xml-stylesheet ...?>).',
  ],
])('%s', ([, from, to, message]) => {
  expect(drawing).toContain(from);
  expect(problems(drawing.replace(from, to))).toEqual([message]);
});
