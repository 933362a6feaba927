import { sceneOf, outcome } from '../moves.ts';
import type { PlaceState } from '../place.ts';
import type { BookletWords } from './booklet-words.ts';

/**
 * Words on whose turn it is in a case of two roles, with an explanation after a change of turn.
 * @param turned words for the meaning
 * @returns an empty text in a case of one role, and in scenes that both see
 */
export function turnOf(words: BookletWords, { at, trail }: PlaceState, turned = ''): string {
  const scene = sceneOf(at);
  const now = words.role(scene);
  if (now === '' || words.turn(scene) === '') return '';
  const roles = trail.map((state) => words.role(sceneOf(state)));
  const before = roles.findLast((role) => role !== '' && role !== now);
  const last = roles.slice(0, -1).findLast((role) => role !== '');
  const hasTurned = before !== undefined && last !== now && outcome(at) === undefined;
  return `${words.turn(scene)} ${hasTurned ? turned : ''}`;
}
