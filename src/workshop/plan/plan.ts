import * as z from 'zod/mini';

const short = z.string().check(z.maxLength(300));
const long = z.string().check(z.maxLength(1500));

/** Text fields of an action, besides its term and its state. */
export const actionFields = [
  'gap',
  'objective',
  'action',
  'law',
  'who',
  'budget',
  'indicator',
  'risk',
] as const;

export const terms = ['3', '6', '12'] as const;
export const states = ['open', 'begun', 'done', 'dropped'] as const;

const actionSchema = z.strictObject({
  /** Id, made once; files of groups are merged by it. */
  id: z.string().check(z.maxLength(24)),
  gap: long,
  objective: long,
  action: long,
  law: long,
  who: short,
  budget: short,
  indicator: long,
  risk: long,
  /** Months within which it is done. */
  by: z.enum(terms),
  state: z.enum(states),
});

/** Maximum number of actions in a plan, enough for twenty groups. */
export const mostActions = 300;

const fieldsOf = [...actionFields, 'by', 'state'] as const;

/** A field of an action that groups filled in differently, until one of them is chosen. */
const differenceSchema = z.strictObject({
  action: z.string().check(z.maxLength(24)),
  field: z.enum(fieldsOf),
  said: z.array(z.strictObject({ group: short, value: long })).check(z.maxLength(60)),
});

export const planSchema = z.strictObject({
  title: short,
  group: short,
  actions: z.array(actionSchema).check(z.maxLength(mostActions)),
  differences: z.optional(z.array(differenceSchema).check(z.maxLength(mostActions * 10))),
});

export type Plan = z.output<typeof planSchema>;
export type Action = Plan['actions'][number];

/** An action whose fields are still to be filled in. */
export const emptyAction = (id: string): Action => ({
  id,
  ...{ gap: '', objective: '', action: '', law: '', who: '', budget: '', indicator: '', risk: '' },
  by: '3',
  state: 'open',
});

export type PlanDifference = z.output<typeof differenceSchema>;

/**
 * Merges plans of groups without loss. Actions with the same id are one action: an empty field takes the entry of
 * another group; of different entries the first is kept and the difference is reported. Separate actions with identical
 * text become one. Unsettled differences in any of the plans stay open.
 * @throws if the list of plans is empty
 */
export function mergePlans(plans: readonly Plan[]): Plan & { differences: PlanDifference[] } {
  const [first] = plans;
  if (first === undefined) throw new Error('no plan to merge');
  const versions = new Map<string, { group: string; action: Action; open: PlanDifference[] }[]>();
  for (const { group, actions, differences = [] } of plans)
    for (const action of actions) {
      const same = [...versions].find(
        ([id, [latest]]) => id === action.id || (latest && isSame(latest.action, action)),
      );
      const key = same?.[0] ?? action.id;
      const open = differences.filter((each) => each.action === action.id);
      versions.set(key, [...(versions.get(key) ?? []), { group, action, open }]);
    }
  const differences: PlanDifference[] = [];
  const actions = [...versions].map(([id, actionVersions]): Action => {
    const united: Record<string, string> = { id };
    for (const field of fieldsOf) {
      united[field] =
        actionVersions.find(({ action }) => action[field] !== '')?.action[field] ?? '';
      const said = distinct(
        actionVersions.flatMap(({ group, action, open }) => [
          ...(open.find((each) => each.field === field)?.said ?? [{ group, value: action[field] }]),
        ]),
      );
      if (new Set(said.map(({ value }) => value)).size > 1)
        differences.push({ action: id, field, said });
    }
    return { ...emptyAction(id), ...united };
  });
  return { ...first, actions, differences };
}

/** The distinct entries of each group, without empty ones. */
const distinct = (said: PlanDifference['said']) =>
  said.filter(
    ({ group, value }, place) =>
      value !== '' &&
      place === said.findIndex((each) => each.group === group && each.value === value),
  );

/** Settles a difference in a field of an action. @param value the chosen entry; if absent, the current one is kept */
export const settle = (
  plan: Plan,
  { action, field }: PlanDifference,
  value: string | undefined,
): Plan => ({
  ...plan,
  actions: plan.actions.map((each) =>
    each.id === action && value !== undefined ? { ...each, [field]: value } : each,
  ),
  differences: plan.differences?.filter((each) => each.action !== action || each.field !== field),
});

/**
 * Restores a removed action at its position, unless it is present.
 * @param open its unsettled differences
 */
export const putBack = (
  plan: Plan,
  action: Action,
  place: number,
  open: readonly PlanDifference[],
): Plan => {
  const { actions, differences = [] } = plan;
  if (actions.length >= mostActions || actions.some(({ id }) => id === action.id)) return plan;
  const back = [...actions.slice(0, place), action, ...actions.slice(place)];
  return withActions({ ...plan, differences: [...differences, ...open] }, back);
};

/** Replaces the actions of the plan, and drops differences about removed actions. */
export const withActions = (plan: Plan, actions: readonly Action[]): Plan => ({
  ...plan,
  actions: [...actions],
  differences: plan.differences?.filter(({ action }) => actions.some(({ id }) => id === action)),
});

const isSame = (one: Action, other: Action) =>
  one.action !== '' && fieldsOf.every((field) => one[field] === other[field]);

/** Movement of an action since an earlier file. */
export interface Followed {
  readonly action: Action;
  /** The action in the earlier file; absent if it is new. */
  readonly was?: Action;
  readonly hasMoved: boolean;
}

/** Pairs each current action with its earlier version; removed actions are at the end as dropped. */
export function followUp(then: Plan, now: Plan): Followed[] {
  const today = now.actions.map((action): Followed => {
    const was = then.actions.find(({ id }) => id === action.id);
    return { action, ...(was && { was }), hasMoved: was?.state !== action.state };
  });
  const gone = then.actions
    .filter(({ id }) => !now.actions.some((action) => action.id === id))
    .map((was): Followed => ({ action: { ...was, state: 'dropped' }, was, hasMoved: true }));
  return [...today, ...gone];
}
