import { expect, test } from 'vitest';
import { type Element, elements, readPage } from '../../src/html/html.ts';
import { readinessPicture } from '../../src/workshop/readiness/readiness-picture.ts';

const words = { title: 'The picture', levels: ['0', '1', '2', '3'], direction: 'ltr' as const };
const area = { title: 'Law', others: [], none: 'not answered' };
const parts = (svg: string, name: string): Element[] =>
  [...elements(readPage(svg))].filter(({ tagName }) => tagName === name);
const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((each) => each.name === name)?.value ?? '';
const number = (element: Element | undefined, name: string) => Number(attribute(element, name));

test('the length of a bar is its mean level, and the lowest level is still visible', () => {
  const bars = parts(
    readinessPicture(
      [
        { ...area, mean: 0 },
        { ...area, mean: 1.5 },
        { ...area, mean: 3 },
      ],
      words,
    ),
    'rect',
  ).map((bar) => number(bar, 'width'));
  const [least = 0, half = 0, whole = 0] = bars;
  expect(least).toBeGreaterThan(0);
  expect(half).toBe(whole / 2);
});

test('an area without answers has a text instead of a bar', () => {
  const svg = readinessPicture([area], words);
  expect(parts(svg, 'rect')).toEqual([]);
  expect(svg).toContain('not answered');
});

test('no line crosses the text of an area without answers', () => {
  const svg = readinessPicture([area], words);
  const [, text] = parts(svg, 'text').slice(-2);
  const [line] = parts(svg, 'path');
  const top = Number(/^M\S+ ([\d.]+)/.exec(attribute(line, 'd'))?.[1]);
  expect(top).toBeGreaterThanOrEqual(number(text, 'y') + 4);
});

test('other groups are marks in the row of the area, and names are escaped', () => {
  const svg = readinessPicture(
    [{ ...area, title: 'Law & <order>', mean: 1, others: [0, 3] }],
    words,
  );
  const [one, other] = parts(svg, 'circle').map((mark) => number(mark, 'cx'));
  expect(one).toBeLessThan(other ?? 0);
  expect(svg).toContain('Law &#38; &#60;order&#62;');
});

test('bars from right to left begin at the right and stay within the picture', () => {
  const rtl = { ...words, direction: 'rtl' as const };
  const areas = [{ ...area, mean: 2, others: [0] }];
  const turned = readinessPicture(areas, rtl);
  const [bar] = parts(turned, 'rect');
  const [same] = parts(readinessPicture(areas, words), 'rect');
  expect(number(bar, 'x')).toBeGreaterThanOrEqual(0);
  expect(number(same, 'x')).toBe(0);
  const [drawing] = parts(turned, 'svg');
  expect(number(bar, 'x') + number(bar, 'width')).toBe(number(drawing, 'width'));
  expect(number(bar, 'width')).toBe(number(same, 'width'));
});

test('the picture is no wider than a phone, and marks at both ends stay within it', () => {
  const svg = readinessPicture([{ ...area, mean: 3, others: [0, 3] }], words);
  const [drawing] = parts(svg, 'svg');
  const width = number(drawing, 'width');
  expect(width).toBeLessThanOrEqual(330);
  for (const mark of parts(svg, 'circle')) {
    expect(number(mark, 'cx')).toBeGreaterThanOrEqual(number(mark, 'r'));
    expect(number(mark, 'cx')).toBeLessThanOrEqual(width - number(mark, 'r'));
  }
  const names = parts(svg, 'text').flatMap(({ attrs }) => attrs);
  const anchors = names.filter(({ name }) => name === 'text-anchor').map(({ value }) => value);
  expect(anchors).toEqual(['start', 'middle', 'middle', 'end']);
});
