import { expect, test } from 'vitest';
import { drawingFaults } from '../../src/content/rules/drawings.ts';

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 60" font-size="14">
  <!-- <b> is no tag here -->
  <g class="care stroke"><rect width="9" height="9" fill="none" /></g>
  <text class="ink" x="1" y="1">Desk</text>
</svg>
`;

test('a drawing in the classes of the course has no fault', () => {
  expect(drawingFaults(drawing, 'a.svg')).toEqual([]);
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
    'line 4: No class is called "blue".',
  ],
  ['a style', 'x="1"', 'style="color:red"', 'line 4: <text> has "style".'],
  ['a script', '</svg>', '<script /></svg>', 'line 5: <script> cannot be used in a drawing.'],
  ['a handler', 'x="1"', 'onclick="a()"', 'line 4: <text> has "onclick".'],
  ['small text', '"14"', '"9"', 'line 1: A text is 9 units high, too small for a phone.'],
  [
    'a tag that is not closed',
    '</text>',
    '',
    'line 5: </svg> stands where <text> is to be closed.',
  ],
  ['no drawing at all', drawing, 'Desk', 'line 1: There is no drawing in it.'],
])('%s', ([, from, to, message]) => {
  expect(drawing).toContain(from);
  expect(
    drawingFaults(drawing.replace(from, to), 'a.svg').map(
      ({ field, message }) => `${field}: ${message}`,
    ),
  ).toEqual([message]);
});
