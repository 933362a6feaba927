import { hasTexts, objectOf } from '../codec/json.ts';
import { unitedText } from './united-text.ts';

/** The page of the course to which a note or mark belongs. */
export interface PageOfCourse {
  /** Path of the page, relative to its language, such as `pre-arrest/who-decides.html`. */
  readonly page: string;
  readonly title: string;
}

/** A learner's answer to a question on a page. The question is stored too, so that it outlives its page. */
export interface Note extends PageOfCourse {
  readonly text: string;
  readonly asked: string;
}

/** Notes by question key. */
export type Notes = Readonly<Record<string, Note>>;

/** Reads notes from a stored value and drops malformed ones; undefined if the value is not an object. */
export function notesFrom(value: unknown): Notes | undefined {
  const notes = objectOf(value);
  if (notes === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(notes).filter((entry): entry is [string, Note] => isNote(entry[1])),
  );
}

const isNote = (value: unknown) => hasTexts(value, ['text', 'asked', 'page', 'title']);

/** The notes after an edit; an empty text removes the note. */
export function withNote(notes: Notes, key: string, note: Note): Notes {
  const others = Object.entries(notes).filter(([other]) => other !== key);
  return Object.fromEntries(note.text === '' ? others : [...others, [key, note]]);
}

/** Merges the notes of two devices. */
export const unitedNotes = (here: Notes, brought: Notes): Notes => ({
  ...brought,
  ...Object.fromEntries(
    Object.entries(here).map(([key, note]) => [
      key,
      { ...note, text: unitedText(note.text, brought[key]?.text ?? '') },
    ]),
  ),
});
