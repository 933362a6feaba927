import { type Aspect, aspectNames, everyPerson, type Person } from './person.ts';
import { type EntryRule, type Facts, gates } from './rule-set.ts';

/** Whether a person matches all of these facts. */
const isAll = (facts: Facts, person: Person): boolean =>
  aspectNames.every((aspect) => {
    const values: readonly string[] | undefined = facts[aspect];
    return values === undefined || values.includes(person[aspect]);
  });

/** A rule that names nothing shuts nobody out. */
const isEmpty = (facts: Facts): boolean => aspectNames.every((each) => facts[each] === undefined);

/** Whether a rule shuts a person out. */
const shutsOut = ({ kind, facts }: EntryRule, person: Person): boolean =>
  !isEmpty(facts) && isAll(facts, person) === (kind === 'not');

/** Result of the rules for one kind of person. */
export interface Fate {
  readonly person: Person;
  /** Positions of the rules that exclude the person; empty if the person gets in. */
  readonly by: readonly number[];
  /** Place in `gates` of the first gate at which that happens; undefined where the person gets in. */
  readonly gate?: number;
}

/** Whether a person gets in under these rules, and which of them decide it. */
export function fateOf(rules: readonly EntryRule[], person: Person): Fate {
  const by = rules.flatMap((rule, place) => (shutsOut(rule, person) ? [place] : []));
  if (by.length === 0) return { person, by };
  const gate = Math.min(...by.map((place) => gates.indexOf(rules[place]?.gate ?? 'service')));
  return { person, by, gate };
}

/** Result of the rules for all kinds of person. */
export interface Entry {
  readonly fates: readonly Fate[];
  /** Number of kinds that get in. */
  readonly in: number;
  /** Number of kinds of person that each rule excludes, by position: in total, and by this rule alone. */
  readonly rules: readonly { readonly all: number; readonly alone: number }[];
  /** Number of kinds that fall out first at each gate, by its place. */
  readonly gates: readonly number[];
  /** Pairs of rules that together exclude everybody, although neither does alone. */
  readonly contradictions: readonly (readonly [number, number])[];
  /** Rules that by themselves leave nobody. */
  readonly closed: readonly number[];
  /** Redundant rules: everybody they shut out is shut out by another rule as well. */
  readonly idle: readonly number[];
}

/** Enumerates every kind of person against the rules. */
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

/** One rule as it would have to read for a person to get past it. */
export interface RuleChange {
  /** Place of the rule. */
  readonly rule: number;
  /** The aspects to which the person's value is added, or from which it is removed. */
  readonly aspects: readonly Aspect[];
  /** The rule afterwards; its facts are empty where nothing of it is left. */
  readonly after: EntryRule;
  /** Number of kinds of person that get past the changed rule and did not before. */
  readonly lets: number;
}

/**
 * The smallest change that lets a person in. Every rule that shuts the person out has to change. A rule
 * that says `only` takes in the person's values; of one that says `not`, one aspect no longer names the
 * person's value, that which lets the fewest others past, the first of several.
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

/** The facts without a value; where an aspect would name none, the rule names nothing any more. */
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
