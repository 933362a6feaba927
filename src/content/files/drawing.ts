import { SaxesParser } from 'saxes';
import type { DrawingElement } from '../../lesson/Figure/drawing-element.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** An SVG file, parsed as XML. */
export interface Drawing {
  /** Absent where the file is not well-formed XML. */
  readonly root?: DrawingElement;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The elements of an SVG file. Reports other XML constructs that a browser would act on (a document type with
 * entities, processing instructions).
 * @param file path below the content folder
 */
export function parseDrawing(svg: string, file: string): Drawing {
  const diagnostics: Diagnostic[] = [];
  const tell = (line: number, message: string, suggestion: string) =>
    diagnostics.push({ rule: 'svg-syntax', file, line, message, suggestion });
  const parser = new SaxesParser();
  const open: DrawingElement[] = [];
  let root: DrawingElement | undefined;
  let line = 1;
  const state = { isBroken: false };
  let closed: string | undefined;
  parser.on('opentagstart', () => (line = parser.line));
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, line, children: [] };
    root ??= element;
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => (closed = open.pop()?.name));
  const text = (words: string) => open.at(-1)?.children.push(words);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('doctype', () =>
    tell(parser.line, 'The drawing has a document type (<!DOCTYPE ...>).', 'Delete it.'),
  );
  parser.on('processinginstruction', ({ target }) =>
    tell(
      parser.line,
      `The drawing has an instruction for programs (<?${target} ...?>).`,
      'Delete it.',
    ),
  );
  parser.on('error', ({ message }) => {
    // Only the first error counts: it causes all later ones.
    if (!state.isBroken) tell(parser.line, ...inWords(message, closed));
    state.isBroken = true;
  });
  parser.write(svg).close();
  return { ...(root && !state.isBroken && { root }), diagnostics };
}

/** The message of the parser and a suggestion, in an author's words. */
function inWords(
  message: string,
  closed: string | undefined,
): [message: string, suggestion: string] {
  const [, unmatched] = /unmatched closing tag: ([^\s.]+)/.exec(message) ?? [];
  if (unmatched !== undefined)
    return [`</${unmatched}> closes nothing.`, 'Delete it, or correct the tag.'];
  const [, unclosed = closed] = /unclosed tag: (\S+)/.exec(message) ?? [];
  if (unclosed !== undefined && /unclosed tag|close tag/.test(message))
    return [`<${unclosed}> is not closed.`, `Write </${unclosed}> where it ends.`];
  if (/must contain a root|outside of root/.test(message))
    return ['There is no drawing in the file.', 'Save an SVG file.'];
  if (/entity/.test(message))
    return ['An "&" begins no name that XML knows.', 'Write "&amp;" for "&".'];
  return [
    `The drawing is not well-formed: ${message.replace(/^[\d:]+\s*/, '')}`,
    'Export the drawing again, or correct the tag.',
  ];
}
