import { hasTexts, objectOf } from '../codec/json.ts';
import { unitedText } from './united-text.ts';

/** The page of the course on which a note or a mark stands. */
export interface PageOfCourse {
  /** Path of the page below its language, such as `pre-arrest/who-decides.html`. */
  readonly page: string;
  readonly title: string;
}

/** A learner's answer to a question of a page; the question is kept with it and outlives its page. */
export interface Note extends PageOfCourse {
  readonly text: string;
  readonly asked: string;
}

/** Notes by the key of their question. */
export type Notes = Readonly<Record<string, Note>>;

/** The notes that a stored value holds, without those of another shape; undefined where it is no object. */
export function notesFrom(value: unknown): Notes | undefined {
  const notes = objectOf(value);
  if (notes === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(notes).filter((entry): entry is [string, Note] => isNote(entry[1])),
  );
}

const isNote = (value: unknown) => hasTexts(value, ['text', 'asked', 'page', 'title']);

/** The notes after something was written; an empty text takes the note away. */
export function withNote(notes: Notes, key: string, note: Note): Notes {
  const others = Object.entries(notes).filter(([other]) => other !== key);
  return Object.fromEntries(note.text === '' ? others : [...others, [key, note]]);
}

/** The notes of two devices in one. */
export const unitedNotes = (here: Notes, brought: Notes): Notes => ({
  ...brought,
  ...Object.fromEntries(
    Object.entries(here).map(([key, note]) => [
      key,
      { ...note, text: unitedText(note.text, brought[key]?.text ?? '') },
    ]),
  ),
});
