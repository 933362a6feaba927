import { escapeHtml } from '../html/escape.ts';
import { type InlineMarkdown, parseInline } from '../content/markdown/inline-markdown.ts';

type Node = InlineMarkdown['nodes'][number];

/** Cache of rendered texts: the same text occurs in a page, its print form and a bank. */
const markupOf = new Map<string, string>();

/**
 * Renders inline Markdown as HTML. A link to another site opens in a new window and shows its address. Anything that is
 * not Markdown of the course, such as a tag or the address of a script, is shown as written.
 */
export function inline(text: string): string {
  if (!/[*_~`[\]\\&<>"]|https?:|www\.|@/.test(text)) return text.trim().replace(/\s*\n\s*/g, ' ');
  let html = markupOf.get(text);
  if (html === undefined) {
    const { nodes, source } = parseInline(text);
    markupOf.set(text, (html = nodes.map((node) => markup(node, source)).join('')));
  }
  return html;
}

/** Splits a text into paragraphs at blank lines, and renders each as HTML. */
export const paragraphs = (text: string): string[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph !== '')
    .map(inline);

function markup(node: Node, source: string): string {
  const inner = () =>
    'children' in node
      ? (node.children as Node[]).map((child) => markup(child, source)).join('')
      : '';
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'emphasis':
      return `<em>${inner()}</em>`;
    case 'strong':
      return `<strong>${inner()}</strong>`;
    case 'delete':
      return `<del>${inner()}</del>`;
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'break':
      return '<br>';
    case 'link':
      if (/^https?:\/\//.test(node.url)) return outward(node.url, inner());
      if (/^mailto:/.test(node.url)) return `<a href="${escapeHtml(node.url)}">${inner()}</a>`;
      return asWritten(node, source);
    default:
      return asWritten(node, source);
  }
}

function outward(url: string, words: string): string {
  const link = `<a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer"><bdi>${escapeHtml(url)}</bdi></a>`;
  return words === escapeHtml(url) ? link : `${words} (${link})`;
}

const asWritten = ({ position }: Node, source: string): string =>
  escapeHtml(source.slice(position?.start.offset, position?.end.offset));
