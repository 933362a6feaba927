import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** The front matter of an MDX file, as text, and how many lines stand before it. */
export interface FrontMatter {
  readonly source: string;
  readonly lineBefore: number;
}

/**
 * The lines between the first two "---" of a file.
 * @param text with line endings `\n`
 * @param file path below the content folder, for the diagnostic
 */
export function frontMatterOf(text: string, file: string): FrontMatter | Diagnostic {
  const [, source] = /^---[ \t]*\n(.*?)^---[ \t]*$/ms.exec(text) ?? [];
  if (source !== undefined && text.startsWith('---')) return { source, lineBefore: 1 };
  return {
    rule: 'front-matter',
    file,
    line: 1,
    message: text.startsWith('---')
      ? 'The front matter is opened with "---" and not closed.'
      : 'The file does not begin with its front matter.',
    suggestion:
      'Begin the file with "---" on a line of its own, then title, summary and checked, then "---" again.',
  };
}
