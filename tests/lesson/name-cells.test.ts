import { describe, expect, test } from 'vitest';
import { nameCells } from '../../src/lesson/Compare/name-cells.ts';

const table = (head: readonly string[], ...rows: readonly (readonly string[])[]) =>
  `<table>\n<thead>\n<tr>\n${head.map((cell) => `<th>${cell}</th>`).join('\n')}\n</tr>\n</thead>\n<tbody>\n${rows
    .map((row) => `<tr>\n${row.map((cell) => `<td>${cell}</td>`).join('\n')}\n</tr>`)
    .join('\n')}\n</tbody>\n</table>\n`;

describe('the cells of a table', () => {
  test('the first cell of each row is its heading', () => {
    const html = nameCells(table(['Right', 'In practice'], ['Liberty', 'No one is held.']));
    expect(html).toContain('<tr><th scope="row">Liberty</th><td>No one is held.</td></tr>');
    expect(html).not.toContain('data-label');
  });

  test('a short name of several words stays on one line where there is room', () => {
    const html = nameCells(
      table(['Land', 'Law'], ['Côte d’Ivoire', 'One.'], ['A name of more than two dozen', 'Two.']),
    );
    expect(html).toContain('<th scope="row" class="kept">Côte d’Ivoire</th>');
    expect(html).toContain('<th scope="row">A name of more than two dozen</th>');
  });

  test('with three columns each cell has the name of its column', () => {
    const html = nameCells(
      table(['Drug', 'When', 'Danger &amp; signs'], ['Alcohol', '6 hours', '<b>Can</b> kill']),
    );
    expect(html).toContain('class="stacks"');
    expect(html).toContain('<td data-label="When">6 hours</td>');
    expect(html).toContain('<td data-label="Danger &amp; signs"><b>Can</b> kill</td>');
  });

  test('a first cell to fill in, or without words, names no row, and an empty cell has no label', () => {
    const html = nameCells(table(['', 'A', 'B'], ['………', '1', ''], ['', '2', '3']));
    expect(html).toContain('<th></th>');
    expect(html).toContain('<tr><td>………</td><td data-label="A">1</td><td></td></tr>');
    expect(html).toContain('<tr><td></td>');
  });

  test('what is no table stays as it is', () => {
    expect(nameCells('<p>Words</p>')).toBe('<p>Words</p>');
  });
});
