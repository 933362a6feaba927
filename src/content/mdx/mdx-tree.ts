import { mdxToMdast, type MdastNode } from 'satteri';
import { vocabulary } from './vocabulary.ts';

/** What cannot be read as MDX, in an author's words. */
export interface SyntaxSlip {
  readonly line: number;
  readonly message: string;
  readonly suggestion: string;
}

/** More slips than that are one mistake that runs through the file. */
const mostSlips = 20;

/**
 * The tree of an MDX file. A slip is told and taken out, and the rest is read all the same, so that
 * an author is told of all at once.
 * @returns no tree where even so nothing can be read
 */
export function mdxTree(source: string): { root?: MdastNode; slips: SyntaxSlip[] } {
  const slips: SyntaxSlip[] = [];
  let text = source;
  for (;;) {
    try {
      return { root: mdxToMdast(text), slips: slips.toSorted((a, b) => a.line - b.line) };
    } catch (error) {
      const { slip, mended } = syntaxSlip(error, text);
      if (!slips.some(({ line, message }) => line === slip.line && message === slip.message))
        slips.push(slip);
      if (mended === undefined || slips.length >= mostSlips) return { slips };
      text = mended;
    }
  }
}

const withoutCode = 'Write "&lt;" for "<".';

function syntaxSlip(error: unknown, text: string): { slip: SyntaxSlip; mended?: string } {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const [, lineText, columnText] = /^(\d+):(\d+):/.exec(message) ?? [];
  const lines = text.split('\n');
  const line = Number(lineText ?? 1);
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const offset = before + Number(columnText ?? 1) - 1;
  const rest = text.slice(offset).split('\n')[0] ?? '';
  const excerpt = `"${rest.slice(0, 30).trim()}"`;
  const tell = (message: string, suggestion: string, instead = '‹', width = 1) => ({
    slip: { line, message, suggestion },
    mended: text.slice(0, offset) + instead + text.slice(offset + width),
  });

  const [, closing = ''] = /closing tag `<\/(\w*)/.exec(message) ?? [];
  const [, opened] = /closing tag for `<(\w+)/.exec(message) ?? [];
  if (closing !== '' && opened !== undefined)
    return tell(
      `</${closing}> stands where <${opened}> is to be closed.`,
      `Write </${opened}>${vocabulary[closing] ? ` before it.` : '.'}`,
      `</${opened}`,
      closing.length + 2,
    );
  if (closing !== '' && vocabulary[closing])
    return tell(
      `</${closing}> closes nothing.`,
      `Write <${closing}> where it begins, or remove this.`,
    );
  if (opened !== undefined && vocabulary[opened])
    return tell(
      `<${opened}> is opened and not closed.`,
      empty.includes(opened)
        ? `Write it as ${shape(opened)}, with the slash.`
        : `Write </${opened}> after it, or <${opened} ... /> when nothing stands in it.`,
    );
  if (rest.startsWith('<!--')) {
    const end = text.indexOf('-->', offset);
    const width = end < 0 ? 1 : end + 3 - offset;
    const lineBreaks = text.slice(offset, offset + width).replace(/[^\n]/g, '');
    return tell(
      `"${rest.slice(0, Math.min(30, width))}" is a comment.`,
      'Remove it; lessons have no comments.',
      lineBreaks,
      width,
    );
  }
  if (rest.startsWith('<<<<<<<'))
    return tell(
      `${excerpt} was left by a merge of two versions.`,
      'Keep one of the two, and remove the marks.',
      '‹‹‹‹‹‹‹',
      7,
    );
  if (rest.startsWith('<http'))
    return tell(`${excerpt} is read as code.`, 'Write the link as [words](address).');
  const [, tag = ''] = /^<(\w+)/.exec(rest) ?? [];
  if (vocabulary[tag] && !opened)
    return tell(
      `${excerpt} is not a whole tag.`,
      `Write it as ${shape(tag)}, with straight quotes.`,
    );
  if (rest.startsWith('<')) return tell(`${excerpt} is read as code.`, withoutCode);
  const brace = text.lastIndexOf('{', offset);
  if (brace >= before || /expression|acorn|oxc|brace/i.test(message)) {
    const from = brace < 0 ? offset : brace;
    const shown = text.slice(from).split('\n')[0]?.slice(0, 30).trim() ?? '';
    return {
      slip: {
        line: text.slice(0, from).split('\n').length,
        message: `"${shown}" is read as code.`,
        suggestion: 'Write "&#123;" for "{" and "&#125;" for "}".',
      },
      ...(brace >= 0 && { mended: `${text.slice(0, brace)}(${text.slice(brace + 1)}` }),
    };
  }
  return {
    slip: {
      line,
      message: `${excerpt} cannot be read: ${message.replace(/^[\d:]+\s*/, '')}.`,
      suggestion: 'Mend the markup on this line.',
    },
  };
}

/** How a tag is written, with the attributes that it cannot do without. */
function shape(tag: string): string {
  const wanted = (vocabulary[tag] ?? []).filter((name) => !name.endsWith('?'));
  const start = [`<${tag}`, ...wanted.map((name) => `${name}="..."`)].join(' ');
  return empty.includes(tag) ? `${start} />` : `${start}>`;
}

/** Components that hold nothing. */
const empty = ['Cite', 'Principles', 'Chart', 'Check', 'BenchCard'];
