import { createActor, fromTransition, type AnyActorScope } from 'xstate';
import type { CaseEvent, CaseMachine, CaseState } from './machine.ts';

/**
 * The actor scope shared by all steps. XState's `transition` creates an actor with its initial state for each
 * call, which takes two thirds of the time of a proof; a case starts no actors and sends nothing, so one scope
 * is enough.
 */
const scope = (() => {
  let found: AnyActorScope | undefined;
  const actor = createActor(fromTransition((_, __, own) => void (found = own), undefined));
  actor.start().send({ type: 'scope' });
  actor.stop();
  return found as Parameters<CaseMachine['transition']>[2];
})();

/**
 * The state after an event that the state accepts, as `transition` gives it.
 * @returns undefined if no branch of a `goto` holds: the machine stays in a transient state, or does not move
 */
export function step(state: CaseState, event: CaseEvent): CaseState | undefined {
  const next = state.machine.transition(state, event, scope);
  const isAtRest = next === state || state.machine.states[next.value as string]?.meta === undefined;
  return isAtRest ? undefined : next;
}
