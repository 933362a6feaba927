import type { TextStore } from './text-store.ts';

/** Numbers of the places for texts that could not be read. The texts kept first are worth most. */
const places = [1, 2, 3, 4, 5];

const nameAt = (name: string, place: number) => `${name}:unreadable-${place}`;

/** Name of the one place of version 0.1.0, which the next such text wrote over. */
const formerName = (name: string) => `${name}:unreadable`;

/** The texts that were set aside under a name, in the order in which that was done. @throws what the storage throws */
export const textsAside = (texts: Pick<TextStore, 'getItem'>, name: string): string[] =>
  [formerName(name), ...places.map((place) => nameAt(name, place))].flatMap(
    (place) => texts.getItem(place) ?? [],
  );

/**
 * Keeps a text that could not be read in the first free place; no other such text is replaced.
 * @returns whether it is kept
 * @throws what the storage throws
 */
export function setAside(texts: TextStore, name: string, text: string): boolean {
  if (textsAside(texts, name).includes(text)) return true;
  const free = places.map((place) => nameAt(name, place)).find((at) => texts.getItem(at) === null);
  if (free === undefined) return false;
  texts.setItem(free, text);
  return texts.getItem(free) === text;
}

/** Removes what was set aside under a name. @throws what the storage throws */
export function removeAside(texts: Pick<TextStore, 'removeItem'>, name: string): void {
  for (const key of [formerName(name), ...places.map((place) => nameAt(name, place))])
    texts.removeItem(key);
}
