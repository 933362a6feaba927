import { type Element, outerHtml } from '../../html/html.ts';
import { childElements, plain, within } from './lesson-text.ts';
import { heightOf, type Line, type Slide, sizesFor } from './slide.ts';

/** A decision tree on one slide, with all its branches. */
export function treeSlide(heading: string, piece: Element): Slide {
  const lists = childElements(piece).filter(({ tagName }) => tagName === 'ul' || tagName === 'ol');
  const [caption] = within(piece, 'figcaption');
  const lines = lists.flatMap((list) => treeLines(list, 1));
  return {
    kind: 'tree',
    heading: caption ? plain(caption) : heading,
    body: lists.map(outerHtml).join(''),
    notes: [],
    ...sizesFor((setting) => heightOf(lines, setting, 0.5)),
    isShort: true,
  };
}

function treeLines(list: Element, depth: number): Line[] {
  return childElements(list).flatMap((item) => {
    const inner = childElements(item).filter(({ tagName }) => tagName === 'ul' || tagName === 'ol');
    const all = plain(item).length;
    const below = inner.reduce((sum, each) => sum + plain(each).length, 0);
    return [
      { characters: Math.max(1, all - below), indent: depth * 1.8 },
      ...inner.flatMap((each) => treeLines(each, depth + 1)),
    ];
  });
}
