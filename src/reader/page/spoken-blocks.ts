/** A paragraph, heading or other block that is read aloud. */
export interface SpokenBlock {
  readonly element: HTMLElement;
  /** Its text nodes in order; `text` is their joined content. */
  readonly nodes: readonly Text[];
  readonly text: string;
}

/** Elements that are not read aloud: links to other pages, fields, drawings, sources and hidden text. */
const silent = [
  ...['nav', 'form', 'fieldset', 'input', 'select', 'textarea', 'svg', 'script', 'template'],
  ...['[hidden]', '[aria-hidden="true"]', '.away', '.unseen', '.on-paper', '[role="status"]'],
  ...['.cite', '.source', '.address', '.where', '.terms', '.key-of-answers', '.definition'],
  ...['.file', '.card-foot', 'own-notes', 'fill-in', 'button:not(.choices button)'],
  // The table of a chart repeats its drawing.
  ...['figure.drawing summary', 'figure.drawing table'],
].join();

const blocks =
  'p, li, h1, h2, h3, h4, dt, dd, td, th, caption, figcaption, legend, summary, blockquote, button, section, article, div, main';

/** The blocks of a page to read aloud, in order, in their current state. */
export function spokenBlocks(within: HTMLElement): SpokenBlock[] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT, (node) => {
    const { parentElement } = node;
    return parentElement && !parentElement.closest(silent)
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT;
  });
  const found: { element: HTMLElement; nodes: Text[]; text: string }[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const element = node.parentElement?.closest<HTMLElement>(blocks);
    if (!element) continue;
    const last = found.at(-1);
    if (last?.element === element) {
      last.nodes.push(node);
      last.text += node.data;
    } else found.push({ element, nodes: [node], text: node.data });
  }
  return found.filter(({ text }) => text.trim() !== '');
}

/** The DOM ranges for a stretch of a block, one per text node. */
export function rangesOf({ nodes }: SpokenBlock, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  let at = 0;
  for (const node of nodes) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, node.length);
    at += node.length;
    if (from >= to || node.data.slice(from, to).trim() === '') continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    ranges.push(range);
  }
  return ranges;
}
