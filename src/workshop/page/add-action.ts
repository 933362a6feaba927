import { durableCopy } from '../../progress/page/durable-copy.ts';
import { KeptWork } from '../kept-work.ts';
import { type Action, emptyAction, mostActions, planSchema } from '../plan/plan.ts';

const course = String(document.documentElement.dataset['course']);

/** Creates an id for an action, unique in practice. */
export const newActionId = (): string =>
  `a${Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('')}`;

function keptPlan() {
  const key = `ati-workshop:${course}:plan`;
  const fresh = { title: '', group: '', actions: [] };
  return new KeptWork(() => localStorage, key, planSchema, fresh, { copy: durableCopy(key) });
}

/**
 * Adds an action to the plan stored on this device, unless the plan already has the same gap.
 * @returns whether the plan contains it now
 */
export function addAction(action: Partial<Action>): boolean {
  const plan = keptPlan();
  if (plan.work.actions.some(({ gap }) => gap !== '' && gap === action.gap))
    return plan.state !== 'refused';
  if (plan.work.actions.length >= mostActions) return false;
  const id = newActionId();
  plan.put({
    ...plan.work,
    actions: [...plan.work.actions, { ...emptyAction(id), ...action, id }],
  });
  return plan.state !== 'refused';
}

/**
 * Adds the actions missing from the plan on this device; existing ones keep their edits.
 * @returns the number added; undefined if storage is refused or the plan is full
 */
export function addNewActions(actions: readonly Action[]): number | undefined {
  const plan = keptPlan();
  const plannedIds = new Set(plan.work.actions.map(({ id }) => id));
  const added = actions.filter(({ id }) => !plannedIds.has(id));
  if (plan.work.actions.length + added.length > mostActions) return undefined;
  plan.put({ ...plan.work, actions: [...plan.work.actions, ...added] });
  return plan.state === 'refused' ? undefined : added.length;
}
