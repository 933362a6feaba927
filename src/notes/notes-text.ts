import type { Mark } from './marks.ts';
import type { Note } from './notes.ts';
import { pagesInOrder } from './pages-in-order.ts';

/** Headings and labels for notes in a file. */
export interface NotesWords {
  readonly title: string;
  readonly asked: string;
  readonly marked: string;
  readonly changed: string;
}

/**
 * Notes and marked passages as Markdown, page by page.
 * @param order paths of the pages of the course, in course order
 */
export function notesText(
  notes: readonly Note[],
  marks: readonly Mark[],
  { title, asked, marked, changed }: NotesWords,
  order: readonly string[],
): string {
  const quoted = (text: string) => text.replace(/^/gm, '> ');
  const parts = pagesInOrder([...notes, ...marks], order).flatMap(([page, name]) => [
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
