import type { Mark } from './marks.ts';
import type { Note } from './notes.ts';

/** The words around notes in a file. */
export interface NotesWords {
  readonly title: string;
  readonly asked: string;
  readonly marked: string;
  readonly changed: string;
}

/** Notes and marked passages as Markdown, page by page in the order given. */
export function notesText(
  notes: readonly Note[],
  marks: readonly Mark[],
  { title, asked, marked, changed }: NotesWords,
): string {
  const pages = new Map([...notes, ...marks].map((one) => [one.page, one.title]));
  const quoted = (text: string) => text.replace(/^/gm, '> ');
  const parts = [...pages].flatMap(([page, name]) => [
    `## ${name}`,
    ...notes
      .filter((note) => note.page === page)
      .flatMap((note) => [`**${asked}** ${note.asked}`, note.text]),
    ...marks
      .filter((mark) => mark.page === page)
      .flatMap((mark) => [`**${mark.isChanged ? changed : marked}**`, quoted(mark.quote)]),
  ]);
  return [`# ${title}`, ...parts, ''].join('\n\n');
}
