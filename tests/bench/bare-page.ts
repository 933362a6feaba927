import { type DefaultTreeAdapterTypes, html, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Elements of text, which a page written by hand would have too. All others give their words only. */
const kept = new Set(
  'h1 h2 h3 p ul ol li blockquote table thead tbody tr th td dl dt dd em strong'.split(' '),
);
/** Elements without words of the lesson. */
const dropped = new Set('svg script style template button input textarea nav'.split(' '));

/**
 * The words of a built page as somebody would write them by hand: text alone, one inlined rule of
 * style, nothing to load. It is the least that these words can cost.
 */
export function barePage(built: string): string {
  const document = parse(built);
  const main = find(document, 'main');
  const title = find(document, 'title');
  if (!main || !title) throw new Error('The page has no main part or no title.');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words(title)}</title>
<style>body{max-width:38rem;margin:auto;padding:1rem;font:1.125rem/1.6 Georgia,serif}</style>
${words(main).replace(/\s*\n\s*/g, '\n')}
</html>
`;
}

function words(node: Node): string {
  if ('value' in node) return node.value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  if (!('childNodes' in node)) return '';
  const inner = node.childNodes.map(words).join('');
  if (!('tagName' in node) || node.namespaceURI !== html.NS.HTML)
    return 'tagName' in node ? '' : inner;
  const isHidden = node.attrs.some(({ name }) => name === 'hidden');
  if (isHidden || dropped.has(node.tagName)) return '';
  return kept.has(node.tagName) ? `<${node.tagName}>${inner}</${node.tagName}>\n` : inner;
}

function find(node: Node, tagName: string): DefaultTreeAdapterTypes.Element | undefined {
  if ('tagName' in node && node.tagName === tagName) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = find(child, tagName);
    if (found) return found;
  }
  return undefined;
}
