import type { Block } from '../../docx/word-document.ts';

/** Elements of a page that the document leaves out: fields, sources beside the text, folded text. */
const left = 'button, details, input, textarea, .cite, script, [hidden]';

const words = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(left)) part.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
};

/** The headings, paragraphs, lists and tables of a worked document, in their order. */
export function documentBlocks(article: Element): Block[] {
  return [...article.children].flatMap((element): Block[] => {
    if (element.matches(left)) return [];
    const [, level] = /^H([1-6])$/.exec(element.tagName) ?? [];
    if (level !== undefined)
      return [{ kind: 'heading', level: Number(level) <= 2 ? 2 : 3, text: words(element) }];
    if (element.matches('.example-title'))
      return [{ kind: 'text', text: words(element), isStrong: true }];
    if (element.matches('p')) return textBlock(words(element));
    if (element.matches('ul, ol')) {
      const items = [...element.children].map(words).filter((item) => item !== '');
      return items.length > 0 ? [{ kind: 'list', items }] : [];
    }
    if (element.matches('table')) return tableBlock(element);
    return element.children.length > 0 ? documentBlocks(element) : textBlock(words(element));
  });
}

const textBlock = (text: string): Block[] => (text === '' ? [] : [{ kind: 'text', text }]);

function tableBlock(table: HTMLTableElement): Block[] {
  const [head = [], ...rows] = [...table.rows].map((row) => [...row.cells].map(words));
  return head.length > 0 ? [{ kind: 'table', head, rows }] : [];
}
