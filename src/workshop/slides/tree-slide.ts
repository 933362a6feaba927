import { type Element, outerHtml } from '../../html/html.ts';
import { childElements, plain, within } from './lesson-text.ts';
import { heightOf, type Line, type Slide, sizesFor } from './slide.ts';

/** A decision tree on one slide: its first question, and all its branches. */
export function treeSlide(heading: string, piece: Element): Slide {
  const parts = childElements(piece).filter(({ tagName }) => ['p', 'ul', 'ol'].includes(tagName));
  const [caption] = within(piece, 'figcaption');
  const lines = parts.flatMap((part) =>
    part.tagName === 'p' ? [{ characters: plain(part).length }] : treeLines(part, 1),
  );
  return {
    kind: 'tree',
    heading: caption ? plain(caption) : heading,
    body: parts.map(outerHtml).join(''),
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
