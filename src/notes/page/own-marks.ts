import { Kept } from '../../kept/kept.ts';
import type { OwnStorage } from '../../kept/page/own-storage.ts';
import { type Mark, marksFrom, placeOf, quoteAt, withMark, withoutMark } from '../marks.ts';
import type { OwnWordsText } from './own-words-file.ts';
import { thisPage } from './page-of-course.ts';

/** Shows the marked passages of the page, and lets the reader mark a selection. */
export function keepMarks({ store, prefix }: OwnStorage, words: OwnWordsText): void {
  const text = document.querySelector<HTMLElement>('.play [data-part="text"], .card, .text');
  if (text === null) return;
  // A case shows one scene at a time; a mark may belong to any scene in the booklet.
  const booklet = document.querySelector('.booklet');
  const kept = new Kept<Mark[]>({ store, key: `${prefix}marks` }, marksFrom, []);
  const here = thisPage();

  const show = () => {
    for (const shown of text.querySelectorAll('mark.own')) shown.replaceWith(...shown.childNodes);
    text.normalize();
    if (!offer.isConnected) text.append(offer);
    for (const mark of kept.value.filter(({ page }) => page === here.page)) {
      const place = placeOf(text.textContent, mark);
      if (place !== undefined) wrap(text, place.start, place.end);
      const isChanged = place === undefined && !(booklet && placeOf(booklet.textContent, mark));
      if ((mark.isChanged ?? false) !== isChanged) {
        const updated = { ...mark, isChanged };
        kept.change((marks) => marks.map((one) => (sameMark(one, mark) ? updated : one)));
      }
    }
  };

  // An input has no text node, which would otherwise become part of the marked text.
  const offer = document.createElement('input');
  offer.type = 'button';
  offer.className = 'act';
  offer.style.zIndex = '1';
  offer.hidden = true;
  const follow = () => {
    const range = rangeIn(text);
    offer.hidden = range === undefined;
    if (range === undefined) return;
    const within = marked(range);
    offer.value = within ? words.unmark : words.mark;
    // Follows the selection in tab order, but is out of the flow of the page.
    const block = elementOf(range.endContainer)?.closest('p, li, td, th, dd, blockquote, h2, h3');
    if (block && offer.previousElementSibling !== block && !block.matches('td, th, li'))
      block.after(offer);
    else if (block?.matches('td, th, li')) block.closest('ul, ol, table')?.after(offer);
    keepInSight(offer);
  };
  // Moving the focus to the button would end the selection before the click.
  offer.addEventListener('pointerdown', (event) => event.preventDefault());
  offer.addEventListener('click', () => {
    const range = rangeIn(text);
    if (range === undefined) return;
    const [start, end] = placesOf(text, range);
    const made: Mark = { ...here, ...quoteAt(text.textContent, start, end) };
    const old = kept.value.find((mark) => {
      const place = mark.page === here.page ? placeOf(text.textContent, mark) : undefined;
      return place !== undefined && place.start < end && start < place.end;
    });
    kept.change((marks) => (old ? withoutMark(marks, old) : withMark(marks, made)));
    getSelection()?.removeAllRanges();
    show();
    said.textContent = kept.state === 'refused' ? words.refused : '';
  });
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  said.className = 'small';
  text.after(said);
  document.addEventListener('selectionchange', follow);
  show();
  follow();
  if (booklet)
    new MutationObserver(() => {
      // Inserting and removing the button also triggers this observer.
      if (!offer.isConnected) show();
    }).observe(text, { childList: true });
  if (kept.value.some(({ page, isChanged }) => page === here.page && isChanged)) {
    const link = document.createElement('a');
    link.href = '../notes.html';
    link.textContent = words.all;
    said.append(`${words.changed} `, link);
  }

  function marked(range: Range): boolean {
    const [start, end] = placesOf(text as HTMLElement, range);
    return kept.value.some((mark) => {
      if (mark.page !== here.page) return false;
      const place = placeOf((text as HTMLElement).textContent, mark);
      return place !== undefined && place.start < end && start < place.end;
    });
  }
}

const sameMark = (one: Mark, other: Mark) =>
  one.page === other.page && one.quote === other.quote && one.before === other.before;

/** Moves an element up to the lower edge of the window where its own place is below it, as after a long paragraph. */
function keepInSight(element: HTMLElement): void {
  Object.assign(element.style, { position: 'absolute', insetBlockEnd: '' });
  if (element.getBoundingClientRect().bottom > innerHeight)
    Object.assign(element.style, { position: 'fixed', insetBlockEnd: '1rem' });
}

const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);

/** The selection within the text; undefined if it is empty or extends beyond the text. */
function rangeIn(text: HTMLElement): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const isInside = text.contains(range.startContainer) && text.contains(range.endContainer);
  return isInside && range.toString().trim() !== '' ? range : undefined;
}

/** Start and end offsets of a range in the text of an element. */
function placesOf(text: HTMLElement, range: Range): readonly [number, number] {
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return [start, start + range.toString().length];
}

/** Wraps the text between two offsets in `<mark>`, one element per text node. */
function wrap(text: HTMLElement, start: number, end: number): void {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const parts: Text[] = [];
  let at = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, node.length);
    at += node.length;
    if (from >= to || node.data.slice(from, to).trim() === '') continue;
    const tail = node.splitText(from);
    const rest = tail.splitText(to - from);
    parts.push(tail);
    walker.currentNode = rest;
    if (at >= end) break;
  }
  for (const piece of parts) {
    const mark = document.createElement('mark');
    mark.className = 'own';
    // Marks may appear on any page but are rare, so their style is inline. It uses the text colour, which follows the
    // theme without custom properties, whose names the build shortens. The line also prints.
    mark.style.cssText =
      'border-block-end:2px solid;background:color-mix(in srgb,currentcolor 8%,transparent);color:inherit';
    piece.replaceWith(mark);
    mark.append(piece);
  }
}
