import { sceneOf, outcome } from '../moves.ts';
import type { CaseMachine, CaseState } from '../machine.ts';
import type { Step } from '../../progress/attempt.ts';
import type { BookletWords } from './booklet-words.ts';
import { trail } from './trail.ts';

/**
 * In a case of two roles: whose turn it is, and what that means where it has just changed.
 * @param turned what it means
 * @returns an empty text in a case of one role, and in scenes that both see
 */
export function turnOf(
  machine: CaseMachine,
  words: BookletWords,
  { steps, at }: { readonly steps: readonly Step[]; readonly at: CaseState },
  turned = '',
): string {
  const scene = sceneOf(at);
  const now = words.role(scene);
  if (now === '' || words.turn(scene) === '') return '';
  const roles = trail(machine, steps).map((state) => words.role(sceneOf(state)));
  const before = roles.findLast((role) => role !== '' && role !== now);
  const last = roles.slice(0, -1).findLast((role) => role !== '');
  const hasTurned = before !== undefined && last !== now && outcome(at) === undefined;
  return `${words.turn(scene)} ${hasTurned ? turned : ''}`;
}
