import type { Step } from '../../progress/attempt.ts';
import type { CaseMachine, CaseState } from '../../cases/machine.ts';
import { choose, offered, onward, proceed, replay, sceneOf } from '../../cases/moves.ts';
import { type Vote, type Way, withoutChoices } from './way.ts';

/** The steps of a group, in the form that the machine of the case and a learner's run use. */
const stepsOf = ({ rounds }: Pick<Way, 'rounds'>): Step[] =>
  rounds.map(({ scene, taken }) => `${scene}.${taken}` as const);

/** The state of the case after a group's choices and the scenes without a decision that it has read. */
export function standing(machine: CaseMachine, way: Way): CaseState {
  let { at } = replay(machine, stepsOf(way));
  for (let scene = 0; scene < way.read; scene++) at = proceed(at) ?? at;
  return at;
}

/** The state of the case at the decision of a round, before it was taken. */
export const before = (machine: CaseMachine, way: Way, round: number): CaseState =>
  onward(replay(machine, stepsOf(way).slice(0, round)).at);

/** Whether every choice of a group still exists in the case. */
export const fits = (machine: CaseMachine, way: Way): boolean =>
  replay(machine, stepsOf(way)).lost === 0;

/**
 * The way after the group's choice. The vote and the reasons are stored with the round; the tables are kept for the
 * next one.
 * @returns the same way if the choice is not offered here
 */
export function decide(machine: CaseMachine, way: Way, choice: string): Way {
  const at = standing(machine, way);
  if (choose(at, choice) === undefined) return way;
  return {
    ...way,
    rounds: [...way.rounds, { scene: sceneOf(at), taken: choice, vote: way.vote }],
    vote: withoutChoices(way.vote),
    isTold: true,
    read: 0,
  };
}

/** Moves on: from a consequence to the scene it leads to, or from a scene without a decision to the next scene. */
export function goOn(machine: CaseMachine, way: Way): Way {
  if (way.isTold) return { ...way, isTold: false };
  return proceed(standing(machine, way)) === undefined ? way : { ...way, read: way.read + 1 };
}

/** Goes back to a round and reopens its vote, so that it can be corrected or decided differently. */
export function backTo(way: Way, round: number): Way {
  const taken = way.rounds[round];
  if (taken === undefined) return way;
  return {
    ...way,
    rounds: way.rounds.slice(0, round),
    vote: taken.vote,
    isTold: false,
    // `standing` skips as many scenes without a decision as `read` says, and such scenes may precede the decision.
    read: 0,
  };
}

/** The way at its next decision or ending, past scenes without a decision. */
export function atDecision(machine: CaseMachine, way: Way): Way {
  let here = way;
  while (offered(standing(machine, here)).length === 0) {
    const next = goOn(machine, { ...here, isTold: false });
    if (next.read === here.read) return here;
    here = next;
  }
  return here;
}

/** The vote to show: that of the last round while its consequence is shown, otherwise the open one. */
export const shownVote = (way: Way): Vote =>
  (way.isTold ? way.rounds.at(-1)?.vote : undefined) ?? way.vote;
