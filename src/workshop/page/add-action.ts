import { KeptWork } from '../kept-work.ts';
import { type Action, emptyAction, planSchema } from '../plan/plan.ts';

const course = String(document.documentElement.dataset['course']);

/** An id that no other action has. */
export const newActionId = (): string =>
  `a${Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('')}`;

/** Adds an action to the plan that is kept on this device. @returns whether it is kept */
export function addAction(action: Partial<Action>): boolean {
  const plan = new KeptWork(() => localStorage, `ati-workshop:${course}:plan`, planSchema, {
    ...{ title: '', group: '', actions: [] },
  });
  if (plan.work.actions.length >= 120) return false;
  const id = newActionId();
  plan.put({
    ...plan.work,
    actions: [...plan.work.actions, { ...emptyAction(id), ...action, id }],
  });
  return plan.state !== 'refused';
}
