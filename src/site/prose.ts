import { escapeHtml } from '../html/escape.ts';
import { type InlineMarkdown, parseInline } from '../content/markdown/inline-markdown.ts';

type Node = InlineMarkdown['nodes'][number];

/** Texts already rendered: the same words stand in a page, in its print form and in a bank. */
const markupOf = new Map<string, string>();

/**
 * Text with inline Markdown as HTML. A link out of the course opens beside it and shows its address.
 * Text that is no Markdown of the course, such as a tag or the address of a script, stands as it was written.
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

/** The paragraphs of a text, parted at blank lines, each as HTML. */
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
