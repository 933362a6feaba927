import * as z from 'zod/mini';

const short = z.string().check(z.maxLength(300));
const long = z.string().check(z.maxLength(1500));

/** What an action says, besides when and how it stands. */
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
  /** Made once; files of groups are merged by it. */
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

export const planSchema = z.strictObject({
  title: short,
  group: short,
  actions: z.array(actionSchema).check(z.maxLength(120)),
});

export type Plan = z.output<typeof planSchema>;
export type Action = Plan['actions'][number];

export const emptyAction = (id: string): Action => ({
  id,
  ...{ gap: '', objective: '', action: '', law: '', who: '', budget: '', indicator: '', risk: '' },
  by: '3',
  state: 'open',
});

/** A field of an action that groups filled in differently. */
export interface PlanDifference {
  readonly action: string;
  readonly field: Exclude<keyof Action, 'id'>;
  readonly said: readonly { readonly group: string; readonly value: string }[];
}

/** Several plans as one, and where they do not agree. */
export interface MergedPlan {
  readonly plan: Plan;
  readonly differences: readonly PlanDifference[];
}

/**
 * Unites plans of groups. An action of the same id is one action: an empty field takes what another group
 * wrote; where two wrote different things, the first stands and the difference is told. Nothing is lost:
 * what two groups wrote word for word as separate actions becomes one.
 */
export function mergePlans(plans: readonly Plan[]): MergedPlan {
  const [first] = plans;
  if (first === undefined) throw new Error('no plan to merge');
  const versions = new Map<string, { group: string; action: Action }[]>();
  for (const { group, actions } of plans)
    for (const action of actions) {
      const same = [...versions].find(
        ([id, [known]]) => id === action.id || (known && isSame(known.action, action)),
      );
      const key = same?.[0] ?? action.id;
      versions.set(key, [...(versions.get(key) ?? []), { group, action }]);
    }
  const differences: PlanDifference[] = [];
  const actions = [...versions].map(([id, own]): Action => {
    const united: Record<string, string> = { id };
    for (const field of fieldsOf) {
      const said = own.filter(({ action }) => action[field] !== '');
      const values = new Set(said.map(({ action }) => action[field]));
      united[field] = said[0]?.action[field] ?? '';
      if (values.size > 1)
        differences.push({
          action: id,
          field,
          said: said.map(({ group, action }) => ({ group, value: action[field] })),
        });
    }
    return { ...emptyAction(id), ...united };
  });
  return { plan: { ...first, actions }, differences };
}

const fieldsOf = [...actionFields, 'by', 'state'] as const;

const isSame = (one: Action, other: Action) =>
  one.action !== '' && fieldsOf.every((field) => one[field] === other[field]);

/** How an action moved since an earlier file. */
export interface Followed {
  readonly action: Action;
  /** Absent where the action is new since. */
  readonly was?: Action;
  readonly hasMoved: boolean;
}

/** Each action of today beside what it was; actions that are gone stand at the end as dropped. */
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
