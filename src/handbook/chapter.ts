import { attribute, elements, hasClass, readPage, textOf, type Element } from '../html/html.ts';
import { bringCardSources } from './card-sources.ts';
import type { ChapterPlan } from './handbook.ts';
import type { Piece } from './piece.ts';
import { ownId, piecesOf } from './pieces-of.ts';
import { makePrintable } from './printable.ts';

/** The printable content of a page of the course. */
export interface Chapter extends ChapterPlan {
  readonly title: string;
  readonly text: readonly Piece[];
  /** Answers to the chapter's questions; empty if it has none. */
  readonly answers: readonly Piece[];
  /** Headings in the text, with their handbook ids. */
  readonly headings: readonly { readonly id: string; readonly title: string }[];
  /** Ids on the page that links may target. */
  readonly ids: ReadonlySet<string>;
  /** The sentences on the check of its sources and on its reviews. */
  readonly trust: string;
}

/** Classes of the children of `main` with course text, by kind of page; all other elements are for the screen only. */
const textClasses: Readonly<Record<ChapterPlan['kind'], readonly string[]>> = {
  // The module's summary is already below its title.
  introduction: ['text', 'aims'],
  lesson: ['aims', 'content-note', 'text'],
  summary: ['text'],
  card: [],
};

/**
 * Reads a page of the course as a chapter.
 * @param html the page, with URLs from the root of the site or relative to it
 * @param independent the sentence of the trust line that ends the part about the page itself
 * @throws if the page has no heading
 */
export function readChapter(plan: ChapterPlan, html: string, independent: string): Chapter {
  const page = readPage(html);
  const all = [...elements(page)];
  const main = all.find(({ tagName }) => tagName === 'main');
  const heading = all.find(({ tagName }) => tagName === 'h1');
  if (main === undefined || heading === undefined)
    throw new Error(`${plan.path} has no text that a handbook could hold`);
  const text = plan.kind === 'card' ? cardText(main) : pageText(main, plan.kind);
  const key = all.find((element) => hasClass(element, 'key-of-answers'));
  const answers = key ? childElements(key).filter(({ tagName }) => tagName === 'details') : [];
  for (const element of [...text, ...answers]) makePrintable(element);
  const inside = [...text, ...answers].flatMap((element) => [...elements(element)]);
  const origin = { page: plan.path, key: plan.key };
  return {
    ...plan,
    ...{ title: textOf(heading).trim(), trust: trustOf(all, independent) },
    ...{ text: piecesOf(text, origin), answers: piecesOf(answers, origin) },
    headings: text
      .flatMap((element) => [...elements(element)])
      .flatMap((element) => {
        const id = attribute(element, 'id');
        return element.tagName === 'h2' && id !== undefined
          ? [{ id: ownId(plan.key, id), title: textOf(element).trim() }]
          : [];
      }),
    ids: new Set(inside.flatMap((element) => attribute(element, 'id') ?? [])),
  };
}

const childElements = ({ childNodes }: Element): Element[] =>
  childNodes.filter((child): child is Element => 'tagName' in child);

const pageText = (main: Element, kind: ChapterPlan['kind']): Element[] =>
  childElements(main).filter(
    (element) =>
      textClasses[kind].some((name) => hasClass(element, name)) ||
      // The questions that a module leaves to national law.
      (kind === 'summary' && element.tagName === 'section'),
  );

/** The sections of a bench card in sequence; lines for handwriting and fold marks belong to the sheet only. */
function cardText(main: Element): Element[] {
  const all = [...elements(main)];
  bringCardSources(main);
  return all.filter(
    ({ tagName, parentNode }) =>
      (tagName === 'section' && parentNode !== main) || tagName === 'footer',
  );
}

/** The sentences of the trust line about the page: after the version, before the sentences common to all pages. */
function trustOf(all: readonly Element[], independent: string): string {
  const foot = all.find(({ tagName, attrs }) => tagName === 'footer' && attrs.some(isFoot));
  const line = foot && childElements(foot).find(({ tagName }) => tagName === 'p');
  if (line === undefined) return '';
  const [, ...rest] = line.childNodes;
  const said = rest
    .map(textOf)
    .join('')
    .replace(/^\.\s*/, '');
  const end = said.indexOf(independent);
  return end < 0 ? '' : said.slice(0, end).trim();
}

const isFoot = ({ name, value }: { readonly name: string; readonly value: string }) =>
  name === 'class' && value === 'foot';
