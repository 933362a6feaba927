import { isScalar, visit, type Document, type YAMLError } from 'yaml';
import type { Diagnostic } from './diagnostic.ts';

type Told = Pick<Diagnostic, 'message' | 'suggestion'> & { readonly line: number };

/**
 * What keeps a text from being read as YAML, in an author's words. One slip makes the parser stumble
 * on the lines after it too: each line is told once, and nothing after a slip that moves the structure.
 * @param document as parsed; whether it has errors or not
 * @param source the text it was parsed from
 * @param file path below `content/`
 * @param lineBefore lines of the file before the text, as for front matter
 */
export function yamlFaults(
  document: Document,
  source: string,
  file: string,
  lineBefore = 0,
): Diagnostic[] {
  const lines = source.split('\n');
  const errors = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const told: Told[] = [];
  for (const error of errors) {
    const one = inWords(error, lines, document);
    if (!told.some(({ line }) => line === one.line)) told.push(one);
    if (!(error.code === 'DUPLICATE_KEY' || isSecondColon(error, lines))) break;
  }
  if (errors.length === 0) told.push(...unread(document, source));
  return told.map(({ line, message, suggestion }) => ({
    file,
    field: `line ${line + lineBefore}`,
    message,
    suggestion,
  }));
}

/** The line that an error is about, which is none that is empty. */
function lineOf({ linePos }: YAMLError, lines: readonly string[]): number {
  const line = linePos?.[0].line ?? 1;
  const after = lines.slice(line - 1).findIndex((text) => text.trim() !== '');
  return after < 0 ? line : line + after;
}
const indentation = 'Begin it in the same column as the lines it belongs with, with spaces.';

/** A field of one line: what stands before its text, and the text. */
const fieldOf = (line: string) => {
  const [, name, text] = /^\s*((?:- )*[^\s:#][^:]*:)\s+(\S.*?)\s*$/.exec(line) ?? [];
  return name === undefined || text === undefined ? undefined : { name, text };
};

const excerpt = (line: string) => {
  const text = line.trim();
  return `"${text.length > 50 ? `${text.slice(0, 47)}...` : text}"`;
};

/** How the line is written with its text in quotation marks. */
function inQuotes(line: string): string {
  const field = fieldOf(line);
  if (field === undefined) return 'Put the text in "quotes".';
  const { name } = field;
  // Marks that were meant as quotes and end early are not part of the words.
  const text = /^(['"])(.+)\1$/.exec(field.text)?.[2] ?? field.text;
  const quoted = text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  return text.length > 80
    ? `Put the whole text after "${name}" in quotes: "..." or, with " in it, '...'.`
    : `Put the text in quotes: ${name} ${quoted}`;
}

const isSecondColon = (error: YAMLError, lines: readonly string[]) =>
  error.message.startsWith('Nested mappings') &&
  /:(?:\s|$)/.test(fieldOf(lines[lineOf(error, lines) - 1] ?? '')?.text ?? '');

function inWords(error: YAMLError, lines: readonly string[], document: Document): Told {
  const { message } = error;
  const line = lineOf(error, lines);
  const text = lines[line - 1] ?? '';
  const tell = (message: string, suggestion: string, at = line): Told => ({
    line: at,
    message,
    suggestion,
  });
  if (/^ *\t/.test(text))
    return tell(
      'The line is indented with a tab.',
      'Indent it with spaces, as the lines around it.',
    );
  if (error.code === 'DUPLICATE_KEY')
    return tell(
      `"${/^\s*(?:- )*([^:]+)/.exec(text)?.[1] ?? ''}" stands there twice.`,
      'Leave one of the two, or give one another name.',
    );
  if (isSecondColon(error, lines))
    return tell(`${excerpt(text)} has a colon within its text.`, inQuotes(text));
  if (message.startsWith('Nested mappings')) {
    const next = lines[line] ?? '';
    return /^\s*(?:- )*[^\s:#][^:]*:(?:\s|$)/.test(next)
      ? tell(`${excerpt(next)} is indented deeper than the line before.`, indentation, line + 1)
      : tell(`${excerpt(text)} is not indented as the lines around it.`, indentation);
  }
  if (message.startsWith('Missing closing'))
    return tell(
      'A quotation mark is opened on this line and not closed.',
      'Close it at the end of the text, or leave it out.',
      openQuote(document, lines.join('\n')) ?? line,
    );
  if (message.startsWith('Flow '))
    return tell(
      `A bracket that was opened before ${excerpt(text)} is not closed.`,
      `Write "${message.includes('end with a }') ? '}' : ']'}" where it ends.`,
    );
  if (error.code === 'BAD_SCALAR_START' || message.includes('at node end')) {
    const start = fieldOf(text)?.text[0] ?? text.trim()[0] ?? '';
    return tell(`A text that begins with ${start} is read as more than words.`, inQuotes(text));
  }
  if (message.startsWith('Not a YAML token'))
    return tell(
      `${excerpt(text)} has words after the sign for a long text.`,
      'Begin the text on the next line, indented.',
    );
  if (/^\s*[\w-]+:\S/.test(text))
    return tell(`${excerpt(text)} has no space after its colon.`, 'Write one.');
  if (error.code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys'))
    return tell(
      `${excerpt(text)} is neither a field nor goes on from the line before.`,
      'Write it as "field: text", or indent it below the text that it continues.',
    );
  if (error.code === 'BAD_INDENT' || /block sequence|without -/.test(message))
    return tell(`${excerpt(text)} is not indented as the lines around it.`, indentation);
  return tell(`${excerpt(text)} cannot be read.`, inQuotes(text));
}

const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length;

/** Line on which the last quoted text begins, which is the one that never ends. */
function openQuote(document: Document, source: string): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range) start = Math.max(start ?? 0, range[0]);
    },
  });
  return start === undefined ? undefined : lineAt(source, start);
}

/** Words that YAML takes for its own signs, so that no reader would see them: "file #12", "&c". */
function unread(document: Document, source: string): Told[] {
  const told: Told[] = [];
  const lines = source.split('\n');
  const tell = (offset: number, message: string) => {
    const line = lineAt(source, offset);
    told.push({ line, message, suggestion: inQuotes(lines[line - 1] ?? '') });
  };
  visit(document, {
    Node(_, node) {
      if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return;
      if (node.comment && /^\S/.test(node.comment))
        tell(node.range[0], `"#${node.comment}" is read as a note and never shown.`);
      else if (
        node.anchor !== undefined ||
        (node.tag !== undefined && !node.tag.startsWith('tag:'))
      )
        tell(
          node.range[0],
          `A text that begins with ${node.anchor === undefined ? '!' : '&'} is read as more than words.`,
        );
    },
  });
  return told;
}
