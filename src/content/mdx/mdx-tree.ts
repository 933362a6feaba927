import { mdxToMdast, type MdastNode } from 'satteri';
import { componentNamed } from '../../lesson/vocabulary.ts';
import { markdownFeatures } from '../markdown/features.ts';

/** A place that cannot be read as MDX, in an author's words. */
export interface SyntaxMistake {
  readonly line: number;
  readonly message: string;
  readonly suggestion: string;
}

/** Maximum number of reported mistakes; more are usually one systematic mistake. */
const mostMistakes = 20;

/**
 * Parses an MDX file with error recovery: reports a mistake, removes it and parses the rest, so that authors
 * see all mistakes at once.
 * @returns no tree if recovery fails
 */
export function mdxTree(source: string): { root?: MdastNode; mistakes: SyntaxMistake[] } {
  const mistakes: SyntaxMistake[] = [];
  let text = source;
  for (;;) {
    try {
      const root = mdxToMdast(text, { features: markdownFeatures });
      return { root, mistakes: mistakes.toSorted((a, b) => a.line - b.line) };
    } catch (error) {
      const { mistake, corrected } = syntaxMistake(error, text);
      if (!mistakes.some((one) => one.line === mistake.line && one.message === mistake.message))
        mistakes.push(mistake);
      if (corrected === undefined || mistakes.length >= mostMistakes) return { mistakes };
      text = corrected;
    }
  }
}

const withoutCode = 'Write "&lt;" for "<".';

function syntaxMistake(
  error: unknown,
  text: string,
): { mistake: SyntaxMistake; corrected?: string } {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const [, lineText, columnText] = /^(\d+):(\d+):/.exec(reason) ?? [];
  const lines = text.split('\n');
  const line = Number(lineText ?? 1);
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const offset = before + Number(columnText ?? 1) - 1;
  const rest = text.slice(offset).split('\n')[0] ?? '';
  const excerpt = `"${rest.slice(0, 30).trim()}"`;
  const tell = (message: string, suggestion: string, instead = '‹', width = 1) => ({
    mistake: { line, message, suggestion },
    corrected: text.slice(0, offset) + instead + text.slice(offset + width),
  });

  const [, closing = ''] = /closing tag `<\/(\w*)/.exec(reason) ?? [];
  const [, opened] = /closing tag for `<(\w+)/.exec(reason) ?? [];
  if (closing !== '' && opened !== undefined)
    return tell(
      `</${closing}> stands where <${opened}> is to be closed.`,
      `Write </${opened}>${componentNamed(closing) ? ` before it.` : '.'}`,
      `</${opened}`,
      closing.length + 2,
    );
  if (closing !== '' && componentNamed(closing))
    return tell(
      `</${closing}> closes nothing.`,
      `Write <${closing}> where it begins, or delete this tag.`,
    );
  const component = opened === undefined ? undefined : componentNamed(opened);
  if (opened !== undefined && component)
    return tell(
      `<${opened}> is opened and not closed.`,
      component.isEmpty
        ? `Write it as ${shape(opened)}, with the slash.`
        : `Write </${opened}> after it, or <${opened} ... /> when nothing stands in it.`,
    );
  if (rest.startsWith('<!--')) {
    const end = text.indexOf('-->', offset);
    const width = end < 0 ? 1 : end + 3 - offset;
    const lineBreaks = text.slice(offset, offset + width).replace(/[^\n]/g, '');
    return tell(
      `"${rest.slice(0, Math.min(30, width))}" is a comment.`,
      'Delete it; lessons have no comments.',
      lineBreaks,
      width,
    );
  }
  if (rest.startsWith('<<<<<<<'))
    return tell(
      `${excerpt} was left by a merge of two versions.`,
      'Keep one of the two, and delete the marks.',
      '‹‹‹‹‹‹‹',
      7,
    );
  if (rest.startsWith('<http'))
    return tell(`${excerpt} is read as code.`, 'Write the link as [words](address).');
  const [, tag = ''] = /^<(\w+)/.exec(rest) ?? [];
  if (componentNamed(tag) && !opened)
    return tell(
      `${excerpt} is not a whole tag.`,
      `Write it as ${shape(tag)}, with straight quotes.`,
    );
  if (rest.startsWith('<')) return tell(`${excerpt} is read as code.`, withoutCode);
  const brace = text.lastIndexOf('{', offset);
  if (brace >= before || /expression|acorn|oxc|brace/i.test(reason)) {
    const from = brace < 0 ? offset : brace;
    const shown = text.slice(from).split('\n')[0]?.slice(0, 30).trim() ?? '';
    return {
      mistake: {
        line: text.slice(0, from).split('\n').length,
        message: `"${shown}" is read as code.`,
        suggestion: 'Write "&#123;" for "{" and "&#125;" for "}".',
      },
      ...(brace >= 0 && { corrected: `${text.slice(0, brace)}(${text.slice(brace + 1)}` }),
    };
  }
  return {
    mistake: {
      line,
      message: `${excerpt} cannot be read: ${reason.replace(/^[\d:]+\s*/, '')}.`,
      suggestion: 'Correct the markup on this line.',
    },
  };
}

/** A tag as it is written, with its required attributes. */
function shape(tag: string): string {
  const { attributes = {}, isEmpty } = componentNamed(tag) ?? {};
  const required = Object.entries(attributes).filter(([, { isOptional }]) => !isOptional);
  const start = [`<${tag}`, ...required.map(([name]) => `${name}="..."`)].join(' ');
  return isEmpty ? `${start} />` : `${start}>`;
}
