import {
  invisibleEscapesIn,
  invisibleIn,
  invisibleReferencesIn,
  type Invisible,
} from '../diagnostics/invisible.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { Rule } from './rule.ts';

/** Non-breaking spaces that French requires at punctuation marks. */
const spaces = ['U+00A0', 'U+202F'];
/** Joiners that are part of the spelling in some languages. */
const joiners = ['U+200C', 'U+200D'];
/** Direction marks that place a number or a name in another script correctly. */
const directions = ['U+200E', 'U+200F', 'U+061C', 'U+2066', 'U+2067', 'U+2068', 'U+2069'];

const allowed: Readonly<Record<string, readonly string[]>> = {
  fr: spaces,
  fa: [...joiners, ...directions],
  ur: [...joiners, ...directions],
  ps: [...joiners, ...directions],
  ar: [...joiners, ...directions],
  he: directions,
  ku: [...joiners, ...directions],
  hi: joiners,
  mr: joiners,
  ne: joiners,
  bn: joiners,
  ta: joiners,
  te: joiners,
  ml: joiners,
  kn: joiners,
  si: joiners,
  km: ['U+200B'],
  th: ['U+200B'],
  lo: ['U+200B'],
  my: ['U+200B'],
  ja: ['U+3000'],
  zh: ['U+3000'],
};

/**
 * Invisible characters: they break search words, identifiers and lines. An intended one must be written as a
 * visible escape.
 */
export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  check({ files, shared, language }, report) {
    const allowedHere = allowed[language.split('-')[0] ?? ''] ?? [];
    for (const file of new Set([...shared, ...files])) {
      const { text = '', path } = file;
      const marks = invisibleMarks(file).filter(({ code }) => !allowedHere.includes(code));
      if (marks.length === 0) continue;
      const lines = text.split('\n');
      let line = 0;
      let start = 0;
      for (const { index, code, name } of marks) {
        while (start + (lines[line]?.length ?? 0) < index)
          start += (lines[line++]?.length ?? 0) + 1;
        report({
          file: path,
          line: line + 1,
          column: index - start + 1,
          message: `A ${name} (${code}) stands ${where(lines[line] ?? '', index - start)}.`,
          suggestion: howToWrite(code, path),
        });
      }
    }
  },
};

/** Invisible characters of each file, kept until the file changes. */
const kept = new WeakMap<SourceFile, readonly Invisible[]>();

function invisibleMarks(file: SourceFile): readonly Invisible[] {
  const marks = kept.get(file) ?? marksOf(file);
  kept.set(file, marks);
  return marks;
}

/** Non-breaking spaces must be written as a character reference or an escape, so that authors can see them. */
function marksOf({ path, text = '' }: SourceFile): readonly Invisible[] {
  const written = [
    ...(/\.(?:mdx|yaml)$/.test(path) ? invisibleReferencesIn(text) : []),
    ...(path.endsWith('.yaml') ? invisibleEscapesIn(text) : []),
  ].filter(({ code }) => !spaces.includes(code));
  return [...invisibleIn(text), ...written].toSorted((a, b) => a.index - b.index);
}

function where(line: string, at: number): string {
  const before = line.slice(Math.max(0, at - 12), at).trim();
  const after = line.slice(at + 1, at + 13).trim();
  if (before && after) return `between "${before}" and "${after}"`;
  return before ? `after "${before}"` : after ? `before "${after}"` : 'on this line';
}

function howToWrite(code: string, path: string): string {
  if (code === 'U+00A0' || code === 'U+202F')
    return path.endsWith('.mdx')
      ? 'Write a space; where a line must not break there, write "&nbsp;".'
      : 'Write a space; where a line must not break there, write "\\u00a0" in a text in double quotes.';
  return 'Delete it.';
}
