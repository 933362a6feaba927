import {
  isAlias,
  isScalar,
  Scalar,
  visit,
  type Document,
  type LineCounter,
  type YAMLError,
} from 'yaml';
import type { Diagnostic } from './diagnostic.ts';

type Found = Pick<Diagnostic, 'message' | 'suggestion'> & { readonly line: number };

/**
 * YAML syntax errors in words for authors. One mistake causes further parser errors: each line is reported
 * once, and nothing after an error that shifts the structure. A name that YAML would look up (`*word`) is
 * reported and, in the document, replaced by the characters that stand there, so that everything else can be
 * checked.
 * @param document as parsed, whether it has errors or not
 * @param source the text it was parsed from
 * @param lines of the text, as the parser counted them
 * @param file path below the content folder
 * @param lineBefore lines of the file before the text, as for front matter
 */
export function yamlDiagnostics(
  document: Document,
  source: string,
  lines: LineCounter,
  file: string,
  lineBefore = 0,
): Diagnostic[] {
  const texts = source.split('\n');
  const errors = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const found = new Map<number, Found>();
  for (const error of errors) {
    const one = inWords(error, texts, document, lines);
    if (!found.has(one.line)) found.set(one.line, one);
    if (!(error.code === 'DUPLICATE_KEY' || isSecondColon(error, texts))) break;
  }
  const all = errors.length > 0 ? found.values() : hiddenWords(document, source, lines, texts);
  return [...all].map(({ line, message, suggestion }) => ({
    rule: 'yaml-syntax',
    file,
    line: line + lineBefore,
    message,
    suggestion,
  }));
}

/** The line of an error, skipping empty lines. */
function lineOf({ linePos }: YAMLError, lines: readonly string[]): number {
  const line = linePos?.[0].line ?? 1;
  const after = lines.slice(line - 1).findIndex((text) => text.trim() !== '');
  return after < 0 ? line : line + after;
}

const indentation = 'Indent it by spaces to the same column as the lines it belongs with.';

/** A field of one line: what stands before its text, and the text. */
const fieldOf = (line: string) => {
  const [, name, text] = /^\s*((?:- )*[^\s:#][^:]*:)\s+(\S.*?)\s*$/.exec(line) ?? [];
  return name === undefined || text === undefined ? undefined : { name, text };
};

const excerpt = (line: string) => {
  const text = line.trim();
  return `"${text.length > 50 ? `${text.slice(0, 47)}...` : text}"`;
};

/** Suggestion to write the text of the line in quotation marks. */
function inQuotes(line: string): string {
  const field = fieldOf(line);
  if (field === undefined) return 'Put the text in "quotes".';
  const { name } = field;
  // Quotation marks that close too early are not part of the words.
  const text = /^(['"])(.+)\1$/.exec(field.text)?.[2] ?? field.text;
  const quoted = text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  return text.length > 80
    ? `Put the whole text after "${name}" in quotes: "..." or, with " in it, '...'.`
    : `Put the text in quotes: ${name} ${quoted}`;
}

const isSecondColon = (error: YAMLError, lines: readonly string[]) =>
  error.message.startsWith('Nested mappings') &&
  /:(?:\s|$)/.test(fieldOf(lines[lineOf(error, lines) - 1] ?? '')?.text ?? '');

const startsAsSign = (sign: string) =>
  `YAML reads a text that begins with ${sign} as something else than words.`;

function inWords(
  error: YAMLError,
  texts: readonly string[],
  document: Document,
  lines: LineCounter,
): Found {
  const { message } = error;
  const line = lineOf(error, texts);
  const text = texts[line - 1] ?? '';
  const tell = (found: string, suggestion: string, at = line): Found => ({
    line: at,
    message: found,
    suggestion,
  });
  if (/^ *\t/.test(text))
    return tell(
      'The line is indented with a tab.',
      'Indent it with spaces, like the lines around it.',
    );
  if (error.code === 'DUPLICATE_KEY')
    return tell(
      `"${/^\s*(?:- )*([^:]+)/.exec(text)?.[1] ?? ''}" appears twice.`,
      'Delete one of the two, or give it another name.',
    );
  if (isSecondColon(error, texts))
    return tell(`${excerpt(text)} has a colon in its text.`, inQuotes(text));
  if (message.startsWith('Nested mappings')) {
    const next = texts[line] ?? '';
    return /^\s*(?:- )*[^\s:#][^:]*:(?:\s|$)/.test(next)
      ? tell(`${excerpt(next)} is indented deeper than the line before.`, indentation, line + 1)
      : tell(`${excerpt(text)} is not indented like the lines around it.`, indentation);
  }
  if (message.startsWith('Missing closing'))
    return tell(
      'A quotation mark is opened on this line and not closed.',
      'Close it at the end of the text, or delete it.',
      openQuote(document, lines) ?? line,
    );
  if (message.startsWith('Flow '))
    return tell(
      `A bracket that was opened before ${excerpt(text)} is not closed.`,
      `Write "${message.includes('end with a }') ? '}' : ']'}" where it ends.`,
    );
  if (error.code === 'BAD_DQ_ESCAPE')
    return tell(
      `A backslash in ${excerpt(text)} is read as a code.`,
      `Put the text in single quotes, '...', or write the backslash twice.`,
    );
  if (error.code === 'MULTIPLE_DOCS')
    return tell('"---" begins a second document.', 'Delete the line; a file holds one.');
  if (error.code === 'BAD_SCALAR_START' || message.includes('at node end')) {
    const start = fieldOf(text)?.text[0] ?? text.trim()[0] ?? '';
    return tell(startsAsSign(start), inQuotes(text));
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
      `${excerpt(text)} is neither a field nor part of the text above it.`,
      'Write it as "field: text", or indent it below the text that it continues.',
    );
  if (error.code === 'BAD_INDENT' || /block sequence|without -/.test(message))
    return tell(`${excerpt(text)} is not indented like the lines around it.`, indentation);
  return tell(`${excerpt(text)} cannot be read.`, inQuotes(text));
}

/** Line on which the last quoted text begins, which is the unterminated one. */
function openQuote(document: Document, lines: LineCounter): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range) start = Math.max(start ?? 0, range[0]);
    },
  });
  return start === undefined ? undefined : lines.linePos(start).line;
}

/** Text that YAML parses as syntax, so that readers would not see it: `file #12`, `&c`, `*word*`. */
function hiddenWords(
  document: Document,
  source: string,
  lines: LineCounter,
  texts: readonly string[],
): Found[] {
  const found: Found[] = [];
  const tell = (offset: number, message: string) => {
    const { line } = lines.linePos(offset);
    found.push({ line, message, suggestion: inQuotes(texts[line - 1] ?? '') });
  };
  visit(document, {
    Alias(_, { range, source: name }) {
      const [start, end] = range ?? [0, 0];
      tell(start, startsAsSign('*'));
      const written = new Scalar(source.slice(start, end) || `*${name}`);
      written.range = [start, end, end];
      return written;
    },
    Node(_, node) {
      if (!node.range) return;
      if (isScalar(node) && node.type === 'PLAIN' && node.comment && /^\S/.test(node.comment))
        tell(node.range[0], `YAML reads "#${node.comment}" as a comment and hides it.`);
      else if (!isAlias(node) && node.anchor !== undefined) tell(node.range[0], startsAsSign('&'));
      else if (node.tag !== undefined && !node.tag.startsWith('tag:'))
        tell(node.range[0], startsAsSign('!'));
    },
  });
  return found;
}
