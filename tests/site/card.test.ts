import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { arrange } from '../../src/site/cards/arrange.ts';
import { blankLabel } from '../../src/site/cards/blank-label.ts';
import { setCard } from '../../src/site/cards/set-card.ts';

const part = (height: number, isWide = false) => ({ height, isWide });
const none = { head: 0, foot: 0 };

describe('the parts of a card', () => {
  test('stand in their order, two columns in each half of the sheet', () => {
    const parts = [part(50), part(50), part(50), part(50)];
    expect(arrange(parts, none)).toEqual([
      [{ first: [parts[0]], second: [parts[1]] }],
      [{ first: [parts[2]], second: [parts[3]] }],
    ]);
  });

  test('leave room for what stands above and below them', () => {
    const parts = [part(60), part(60), part(60), part(60), part(60), part(60)];
    const counts = (place: { head: number; foot: number }) =>
      arrange(parts, place).map((rows) =>
        rows.reduce((all, { first, second }) => all + first.length + second.length, 0),
      );
    expect(counts({ head: 100, foot: 0 })).toEqual([2, 4]);
    expect(counts({ head: 0, foot: 100 })).toEqual([4, 2]);
  });

  test('take the width of the sheet where a table needs it, and columns go on below', () => {
    const parts = [part(20), part(20), part(30, true), part(20)];
    const rows = arrange(parts, none).flat();
    expect(rows.map(({ first, second }) => [...first, ...second])).toEqual([
      [parts[0], parts[1]],
      [parts[2]],
      [parts[3]],
    ]);
  });

  test('stand across both columns where one would end far above the other', () => {
    const rowsWith = (last: { height: number; across?: number; isWide: boolean }) =>
      arrange([part(45), part(45), last, part(200, true)], none)[0].map(({ first, second }) => [
        first.length,
        second.length,
      ]);
    const below = [
      [1, 1],
      [1, 0],
    ];
    expect(rowsWith({ ...part(65), across: 46 })).toEqual(below);
    expect(rowsWith({ ...part(65), across: 80 })).toEqual([[2, 1]]);
    expect(rowsWith(part(65))).toEqual([[2, 1]]);
  });

  test('are no parts where the card is empty', () => {
    expect(arrange([], none)).toEqual([[], []]);
  });
});

const cite = (name: string) =>
  `<a class="cite" href="/en/sources.html#${name}"><bdi>${name}</bdi></a>`;
const bodyOf = (html: string) => {
  const card = setCard(html);
  return card.halves
    .flat()
    .flatMap(({ first, second }) => [...first, ...second])
    .map((part) => part.html);
};

describe('a card', () => {
  test('begins a part at each heading, and keeps what stands below with it', () => {
    const parts = bodyOf('<h2>One</h2><p>a</p><p>b</p><h2>Two</h2><ul><li>c</li></ul>');
    expect(parts).toEqual(['<h2>One</h2><p>a</p><p>b</p>', '<h2>Two</h2><ul><li>c</li></ul>']);
  });

  test('cites by numbers, a source that is cited twice by one', () => {
    const { sources } = setCard(
      `<h2>One</h2><p>a${cite('x')}</p><p>b${cite('y')}</p><p>c${cite('x')} and more</p>`,
    );
    expect(sources.map(({ name }) => name)).toEqual(['x', 'y']);
    const [text] = bodyOf(`<h2>One</h2><p>a${cite('x')} b${cite('y')}</p><p>End.</p>`);
    expect(text).toContain('a<sup>1</sup> b<sup>2</sup>');
  });

  test('drops a last paragraph that names sources only, and keeps the sources', () => {
    const card = setCard(`<h2>One</h2><p>a</p><p>Sources:${cite('x')}${cite('y')}</p>`);
    expect(card.closing).toBe('');
    expect(card.sources).toHaveLength(2);
  });

  test('makes dots places to write, each called by what it asks', () => {
    const [html = ''] = bodyOf(
      '<h2>Call</h2><figure><table><thead><tr><th>Who</th><th>Phone</th></tr></thead><tbody>' +
        '<tr><td>Clinic</td><td>……………</td></tr><tr><td>Lawyer</td><td>……………</td></tr></tbody></table></figure>' +
        '<p>Here ☐ Interpreter: …………… Families: ……………</p>',
    );
    const { window } = new JSDOM(html);
    const blanks = [...window.document.querySelectorAll<HTMLElement>('fill-in')];
    expect(blanks.map(blankLabel)).toEqual([
      'Clinic: Phone',
      'Lawyer: Phone',
      'Interpreter',
      'Families',
    ]);
    expect(html).not.toContain('……');
  });
});
