import { Kept } from '../../kept/kept.ts';
import type { OwnStorage } from '../../kept/page/own-storage.ts';
import { plainText } from '../marks.ts';
import { notesFrom, withNote } from '../notes.ts';
import type { OwnWordsText } from './own-words-file.ts';
import { thisPage } from './page-of-course.ts';

/** Stores what is written under the questions of the page on every input event. */
export function keepNotes({ store, prefix }: OwnStorage, words: OwnWordsText): void {
  const notes = new Kept({ store, key: `${prefix}notes` }, notesFrom, {});
  const places = document.querySelectorAll<HTMLElement>('own-notes');
  for (const place of places) {
    const field = place.querySelector('textarea');
    if (field === null) continue;
    const key = String(place.dataset['key']);
    // Version 0.1.0 keyed notes by their position on the page, which is unambiguous only if there is one.
    const former = [key, ...(places.length === 1 ? [String(place.dataset['former'])] : [])];
    const asked = plainText(
      Array.from(
        place.parentElement?.querySelectorAll(':scope > p:not(.label)') ?? [],
        (line) => line.textContent,
      ).join(' '),
    );
    place.hidden = false;
    field.value = notes.value[key]?.text ?? earlier(store, prefix, former);
    const said = document.createElement('p');
    said.className = 'small';
    said.setAttribute('role', 'status');
    place.append(said);
    field.addEventListener('input', () => {
      notes.change((all) => withNote(all, key, { ...thisPage(), asked, text: field.value }));
      said.textContent = notes.state === 'refused' ? words.refused : '';
    });
    if (field.value !== '' && notes.value[key] === undefined)
      notes.change((all) => withNote(all, key, { ...thisPage(), asked, text: field.value }));
    const link = document.createElement('a');
    link.href = '../notes.html';
    link.textContent = words.all;
    place.querySelector('.muted')?.append(' ', link);
  }
}

/** The note that an earlier version stored under its own key; empty if there is none. */
function earlier(store: () => Storage, prefix: string, keys: readonly string[]): string {
  try {
    return keys.map((key) => store().getItem(prefix + key)).find((text) => text !== null) ?? '';
  } catch {
    return '';
  }
}
