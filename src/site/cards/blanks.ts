import { elements, replaceContent, setAttribute, textOf, type Element } from '../../html/html.ts';

/** Dots in the words of a card stand for room to write. */
const dots = /…{2,}/;

const all = (blocks: readonly Element[]) => blocks.flatMap((block) => [...elements(block)]);

/** A place to write; its label is made of the words before it, or of its row and column (`blank-label.ts`). */
const blank = '<fill-in></fill-in>';

/** Makes each row of dots a place to write: in the cell of a table, and in a sentence after what it asks. */
export function markBlanks(blocks: readonly Element[]): void {
  for (const cell of all(blocks).filter(({ tagName }) => tagName === 'td')) {
    if (!dots.test(textOf(cell))) continue;
    replaceContent(cell, blank);
    setAttribute(cell, 'class', 'blank');
  }
  for (const element of all(blocks)) {
    if (!/^(?:p|li)$/.test(element.tagName) || !dots.test(textOf(element))) continue;
    const parts = textOf(element)
      .split(/…+/)
      .map((words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    const last = parts.pop() ?? '';
    const fields = parts.map((words) => `<span class="asked">${words}${blank}</span>`);
    replaceContent(element, `${fields.join(' ')}${last}`);
  }
}
