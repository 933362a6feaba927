import { type Aspect, aspectNames, everyPerson, type Person } from './person.ts';
import { type EntryRule, type Facts, gates } from './rule-set.ts';

/** Whether a person matches all of these facts. */
const isAll = (facts: Facts, person: Person): boolean =>
  aspectNames.every((aspect) => {
    const values: readonly string[] | undefined = facts[aspect];
    return values === undefined || values.includes(person[aspect]);
  });

/** Whether a rule names no facts; such a rule excludes nobody. */
const isEmpty = (facts: Facts): boolean => aspectNames.every((each) => facts[each] === undefined);

/** Whether a rule excludes a person. */
const shutsOut = ({ kind, facts }: EntryRule, person: Person): boolean =>
  !isEmpty(facts) && isAll(facts, person) === (kind === 'not');

/** Result of the rules for one kind of person. */
export interface Fate {
  readonly person: Person;
  /** Positions of the rules that exclude the person; empty if the person gets in. */
  readonly by: readonly number[];
  /** Index in `gates` of the first gate that excludes the person; undefined if the person gets in. */
  readonly gate?: number;
}

/** Determines which of the rules exclude a person, and at which gate. */
export function fateOf(rules: readonly EntryRule[], person: Person): Fate {
  const by = rules.flatMap((rule, place) => (shutsOut(rule, person) ? [place] : []));
  if (by.length === 0) return { person, by };
  const gate = Math.min(...by.map((place) => gates.indexOf(rules[place]?.gate ?? 'service')));
  return { person, by, gate };
}

/** Result of the rules for all kinds of person. */
export interface Entry {
  readonly fates: readonly Fate[];
  /** Number of kinds of person that get in. */
  readonly in: number;
  /** Number of kinds of person that each rule excludes, by position: in total, and by this rule alone. */
  readonly rules: readonly { readonly all: number; readonly alone: number }[];
  /** Number of kinds of person that each gate is the first to exclude, by index of the gate. */
  readonly gates: readonly number[];
  /** Pairs of rules that together exclude everybody, although neither does alone. */
  readonly contradictions: readonly (readonly [number, number])[];
  /** Rules that exclude everybody by themselves. */
  readonly closed: readonly number[];
  /** Redundant rules: another rule also excludes everybody whom they exclude. */
  readonly idle: readonly number[];
}

/** Tests every kind of person against the rules. */
export function whoGetsIn(rules: readonly EntryRule[]): Entry {
  const fates = everyPerson.map((person) => fateOf(rules, person));
  const counts = rules.map((_, place) => ({
    all: fates.filter(({ by }) => by.includes(place)).length,
    alone: fates.filter(({ by }) => by.length === 1 && by[0] === place).length,
  }));
  const leavesNobody = (...places: number[]) =>
    fates.every(({ by }) => places.some((place) => by.includes(place)));
  const places = rules.map((_, place) => place);
  const closed = places.filter((place) => leavesNobody(place));
  return {
    fates,
    in: fates.filter(({ by }) => by.length === 0).length,
    rules: counts,
    gates: gates.map((_, gate) => fates.filter((fate) => fate.gate === gate).length),
    contradictions: places.flatMap((one) =>
      places
        .filter((other) => other > one && !closed.includes(one) && !closed.includes(other))
        .filter((other) => leavesNobody(one, other))
        .map((other) => [one, other] as const),
    ),
    closed,
    idle: places.filter((place) => counts[place]?.alone === 0),
  };
}

/** A change of one rule that lets a person pass. */
export interface RuleChange {
  /** Index of the rule. */
  readonly rule: number;
  /** The aspects to which the person's value is added, or from which it is removed. */
  readonly aspects: readonly Aspect[];
  /** The rule after the change; its facts are empty if nothing of it is left. */
  readonly after: EntryRule;
  /** Number of kinds of person that pass the changed rule but did not pass the original. */
  readonly lets: number;
}

/**
 * The smallest change that lets a person in. Every rule that excludes the person must change. An `only` rule adds the
 * person's values. A `not` rule drops the person's value from one aspect: the one that lets the fewest others pass, or
 * the first such aspect if several do.
 */
export const smallestChange = (rules: readonly EntryRule[], person: Person): RuleChange[] =>
  fateOf(rules, person).by.flatMap((place) => {
    const rule = rules[place];
    return rule ? [{ ...changeOf(rule, person), rule: place }] : [];
  });

function changeOf(rule: EntryRule, person: Person): Omit<RuleChange, 'rule'> {
  const named = aspectNames.filter((aspect) => rule.facts[aspect] !== undefined);
  if (rule.kind === 'only') {
    const missing = named.filter((aspect) => !has(rule.facts, aspect, person[aspect]));
    const facts = missing.reduce<Facts>(
      (all, aspect) => ({ ...all, [aspect]: [...(all[aspect] ?? []), person[aspect]] }),
      rule.facts,
    );
    return counted(rule, { ...rule, facts }, missing);
  }
  const [first, ...others] = named.map((aspect) =>
    counted(rule, { ...rule, facts: without(rule.facts, aspect, person[aspect]) }, [aspect]),
  );
  if (first === undefined) throw new Error('a rule that names nothing shuts nobody out');
  return others.reduce((least, each) => (each.lets < least.lets ? each : least), first);
}

const has = (facts: Facts, aspect: Aspect, value: string): boolean =>
  (facts[aspect] as readonly string[] | undefined)?.includes(value) === true;

/** Removes a value from facts; if its aspect would be left without values, the result is empty. */
function without(facts: Facts, aspect: Aspect, value: string): Facts {
  const rest = ((facts[aspect] ?? []) as readonly string[]).filter((each) => each !== value);
  return rest.length === 0 ? {} : { ...facts, [aspect]: rest };
}

const counted = (
  before: EntryRule,
  after: EntryRule,
  changed: readonly Aspect[],
): Omit<RuleChange, 'rule'> => ({
  aspects: changed,
  after,
  lets: everyPerson.filter((person) => shutsOut(before, person) && !shutsOut(after, person)).length,
});
