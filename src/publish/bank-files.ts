import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import type { BankFile } from '../questions/page/bank-file.ts';
import { relativeUrls } from './relative-urls.ts';

type Element = DefaultTreeAdapterTypes.Element;

/**
 * The bank of a module as a script that the pages of the pre-test and the final load, taken from the
 * page of the module's check, so that each question is written once.
 * @param checkPage HTML of `<language>/<module>/check.html`, with URLs from the root of the site
 * @param usedOn path of the page that loads it
 * @param names what a file is called after the build, by the path pages know it by
 */
export function bankFile(
  checkPage: string,
  usedOn: string,
  names: ReadonlyMap<string, string>,
): string {
  const page = parse(relativeUrls(checkPage, usedOn, names));
  const within = (className: string, tag: string) =>
    [...elements(page)]
      .filter((element) => element.tagName === 'section' && hasClass(element, className))
      .flatMap((section) => [...elements(section)].filter(({ tagName }) => tagName === tag))
      .map((element) => serializeOuter(element))
      .join('');
  const file: BankFile = {
    articles: within('bank', 'article'),
    answers: within('key-of-answers', 'details'),
  };
  return `window.atiBank=${JSON.stringify(file)};\n`;
}

const hasClass = ({ attrs }: Element, name: string) =>
  attrs.some((attr) => attr.name === 'class' && attr.value.split(' ').includes(name));

function* elements(node: DefaultTreeAdapterTypes.Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

function serializeOuter(element: Element): string {
  return serialize({
    nodeName: '#document-fragment',
    childNodes: [element],
  } as unknown as DefaultTreeAdapterTypes.DocumentFragment);
}
