import type { MdastNode } from 'satteri';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../files/source-file.ts';
import { parseInline } from '../markdown/inline-markdown.ts';
import { literalMark } from '../markdown/literal-marks.ts';
import { wordsBelow } from '../../lesson/words-below.ts';
import { inFiles } from './in-files.ts';
import type { Rule } from './rule.ts';

/**
 * Text that Markdown would hide or change: the `>` of a dose at the start of a line, a cell without a column, a
 * renumbered list item, a definition that no link uses.
 */
export const lostSign: Rule = {
  id: 'lost-sign',
  check: inFiles(/\.(?:mdx|yaml)$/, (file, report) => {
    if (file.path.endsWith('.mdx')) checkPage(file, report);
    checkTexts(file, report);
  }),
};

type Tell = (node: MdastNode, message: string, suggestion: string) => void;

function checkPage({ path: file, text = '', mdx: { root } }: SourceFile, report: Report): void {
  if (root === undefined) return;
  const tell: Tell = (node, message, suggestion) =>
    report({ file, line: node.position?.start.line ?? 1, message, suggestion });
  const used = new Set<string>();
  const definitions: Extract<MdastNode, { type: 'definition' }>[] = [];
  const visit = (node: MdastNode, parent: MdastNode | undefined, before: MdastNode | undefined) => {
    const source = text.slice(node.position?.start.offset, node.position?.end.offset);
    checkBlock(node, parent, before, source, tell);
    checkInline(node, source, (...finding) => tell(node, ...finding));
    if (node.type === 'linkReference') used.add(node.identifier);
    if (node.type === 'definition') definitions.push(node);
    if (!('children' in node)) return;
    const children = node.children as MdastNode[];
    children.forEach((child, index) => visit(child, node, children[index - 1]));
  };
  visit(root, undefined, undefined);
  const defined = new Set<string>();
  for (const definition of definitions) {
    const { identifier, label, title } = definition;
    const name = `[${label ?? identifier}]`;
    if (!used.has(identifier))
      tell(
        definition,
        `The address of ${name} is not shown, and no link uses it.`,
        'Write the link as [words](address), or delete the line.',
      );
    else if (defined.has(identifier))
      tell(definition, `A second address of ${name} is not used.`, 'Delete one of the two.');
    if (title)
      tell(definition, `The title "${title}" of ${name} is not shown.`, 'Write it in the text.');
    defined.add(identifier);
  }
}

function checkBlock(
  node: MdastNode,
  parent: MdastNode | undefined,
  before: MdastNode | undefined,
  source: string,
  tell: Tell,
): void {
  const shown = excerpt(source);
  const follows =
    before?.type === 'paragraph' &&
    before.position !== undefined &&
    node.position !== undefined &&
    before.position.end.line + 1 === node.position.start.line;
  switch (node.type) {
    case 'blockquote':
      if (parent?.type === 'listItem' || follows || /^>\s*[\d.,]/.test(source))
        tell(
          node,
          `The ">" of ${shown} begins a quotation and is not shown.`,
          'Write "&gt;" for the sign; begin a quotation with words, after an empty line.',
        );
      return;
    case 'heading': {
      const words = wordsBelow(node);
      if (!source.startsWith('#'))
        tell(
          node,
          `The line below ${excerpt(words)} makes it a heading, and is not shown.`,
          'Write "## " before the heading, or an empty line above the line.',
        );
      else if (words.trim() === '')
        tell(node, 'The heading has no words.', 'Write them after "##", or delete the line.');
      else if (/\s#+\s*$/.test(source))
        tell(
          node,
          `The "#" at the end of ${shown} is not shown.`,
          'Delete it, or write "\\#" for the sign.',
        );
      return;
    }
    case 'list':
      return checkList(node, source, follows, tell);
    case 'listItem':
      if (typeof node.checked === 'boolean')
        tell(
          node,
          `The brackets at the start of ${shown} are not shown as they stand.`,
          'Write the list in <Checklist>, without brackets.',
        );
      return;
    case 'table': {
      const [head, ...rows] = node.children;
      const columns = head?.children.length ?? 0;
      for (const row of rows)
        for (const cell of row.children.slice(columns))
          if (wordsBelow(cell).trim() !== '')
            tell(
              cell,
              `The cell "${wordsBelow(cell).trim()}" has no column and is not shown.`,
              `Give the table a head for it, or write "\\|" for the sign |.`,
            );
      return;
    }
    case 'thematicBreak':
      if (!/^-+\s*$/.test(source))
        tell(
          node,
          `${shown} draws a line and is not shown as it stands.`,
          'Write "---" for a line, or a backslash before the first sign.',
        );
      return;
    case 'code':
      if (node.lang || /^[`~]/.test(source))
        tell(
          node,
          `${shown} begins a block of code.`,
          'Write the text as a paragraph; a form number stands in `single marks`.',
        );
  }
}

function checkList(
  list: Extract<MdastNode, { type: 'list' }>,
  source: string,
  follows: boolean,
  tell: Tell,
): void {
  const [marker = ''] = /^\S+/.exec(source) ?? [];
  const first = list.children[0];
  if (first === undefined) return;
  if (!list.ordered) {
    if (marker !== '-')
      tell(
        first,
        `The "${marker}" of ${excerpt(source)} draws a bullet and is not shown.`,
        `Write "-" for an item of a list, or "\\${marker}" for the sign.`,
      );
    else if (list.children.length === 1 && /^-\s*[\d.,]/.test(source))
      tell(
        first,
        `The "-" of ${excerpt(source)} draws a bullet and is not shown.`,
        'Write "&minus;" for a minus, or the sentence as a paragraph.',
      );
    else if (list.children.length === 1 && follows)
      tell(
        first,
        `The "-" of ${excerpt(source)} draws a bullet and is not shown.`,
        'Write a dash at the end of the line before, or leave an empty line above a list of one.',
      );
    return;
  }
  const start = Number(/^\d+/.exec(source)?.[0] ?? 1);
  const from = list.position?.start.offset ?? 0;
  list.children.forEach((item, index) => {
    const written = source.slice((item.position?.start.offset ?? 0) - from);
    const [, number = '', sign = ''] = /^(\d+)([.)])/.exec(written) ?? [];
    const counted = String(start + index);
    if (number !== counted || sign !== '.')
      tell(
        item,
        `"${number}${sign}" would be shown as "${counted}.".`,
        `Write "${counted}.", or "${number}\\${sign}" for the number as it stands.`,
      );
  });
}

/** Characters with a meaning in Markdown, before which a backslash is an intended escape. */
const meaningful = /[\\`*_{}[\]()#+\-.!|<>~&:]/;

function checkInline(
  node: MdastNode,
  source: string,
  tell: (message: string, suggestion: string) => void,
): void {
  if (node.type === 'text') {
    for (const [, sign = ''] of source.matchAll(/\\([!-/:-@[-`{-~])/g))
      if (!meaningful.test(sign))
        tell(`The backslash of "\\${sign}" is not shown.`, 'Delete it, or write it twice.');
    const [note] = /\[\^[^\]\s]+\]/.exec(source) ?? [];
    if (note !== undefined)
      tell(
        `"${note}" is shown as it stands: pages have no footnotes.`,
        'Write the words in brackets, or a source as <Cite source="..." />.',
      );
  }
  if (node.type === 'link' && node.title)
    tell(`The title "${node.title}" of a link is not shown.`, 'Write it in the text.');
}

/** The same check for texts in YAML, which contain only paragraphs. */
function checkTexts({ path: file, passages }: SourceFile, report: Report): void {
  for (const { text, line, field } of passages) {
    if (field === undefined) continue;
    const tell = (message: string, suggestion: string) =>
      report({ file, line, message, suggestion });
    const [, sign] = /\n[ \t]*([-*+]|\d+[.)]|#{1,6}|>)[ \t]/.exec(text) ?? [];
    if (sign !== undefined)
      tell(
        `A line that begins with "${sign}" goes on in the line before: this text has paragraphs only.`,
        'Write sentences, or an empty line between paragraphs.',
      );
    if (!/[\\[]/.test(text)) continue;
    for (const paragraph of text.split(/\n\s*\n/)) {
      const { nodes, source } = parseInline(paragraph);
      const visit = (node: MdastNode): void => {
        const inlineSource = source.slice(node.position?.start.offset, node.position?.end.offset);
        // A mark that is shown literally is a text node without a position of its own.
        if (node.position !== undefined && literalMark(node, source) === undefined)
          checkInline(node, inlineSource, tell);
        if ('children' in node) (node.children as MdastNode[]).forEach(visit);
      };
      nodes.forEach(visit);
    }
  }
}

function excerpt(source: string): string {
  const line = source.trim().split('\n')[0] ?? '';
  return `"${line.length > 30 ? `${line.slice(0, 27)}...` : line}"`;
}
