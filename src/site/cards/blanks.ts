import { escapeHtml } from '../../html/escape.ts';
import { elements, replaceContent, setAttribute, textOf, type Element } from '../../html/html.ts';

/** Two or more ellipses in a card mark a blank. */
const dots = /…{2,}/;

const all = (blocks: readonly Element[]) => blocks.flatMap((block) => [...elements(block)]);

/** A field; its label comes from the text before it, or from its row and column (`blank-label.ts`). */
const blank = '<fill-in></fill-in>';

/** Replaces each blank with a field: in a table the whole cell, in a sentence after the text before the blank. */
export function markBlanks(blocks: readonly Element[]): void {
  for (const cell of all(blocks).filter(({ tagName }) => tagName === 'td')) {
    if (!dots.test(textOf(cell))) continue;
    replaceContent(cell, blank);
    setAttribute(cell, 'class', 'blank');
  }
  for (const element of all(blocks)) {
    if (!/^(?:p|li)$/.test(element.tagName) || !dots.test(textOf(element))) continue;
    const parts = textOf(element).split(/…+/).map(escapeHtml);
    const last = parts.pop() ?? '';
    const fields = parts.map((words) => `<span class="asked">${words}${blank}</span>`);
    replaceContent(element, `${fields.join(' ')}${last}`);
  }
}
