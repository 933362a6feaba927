import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type Aspect,
  aspectNames,
  aspects,
  everyPerson,
  type Person,
} from '../../src/workshop/entry/person.ts';
import { type EntryRule, gates, ruleSetSchema } from '../../src/workshop/entry/rule-set.ts';
import { fateOf, smallestChange, whoGetsIn } from '../../src/workshop/entry/who-gets-in.ts';

const facts = fc.record(
  Object.fromEntries(
    aspectNames.map((aspect) => [
      aspect,
      fc.subarray([...aspects[aspect]] as string[], { minLength: 1 }),
    ]),
  ),
  { requiredKeys: [] },
);
const rule = fc.record({
  name: fc.constant('A rule'),
  gate: fc.constantFrom(...gates),
  kind: fc.constantFrom('only' as const, 'not' as const),
  facts,
}) as fc.Arbitrary<EntryRule>;
const ruleSet = fc.array(rule, { maxLength: 6 });
const anyone = fc.constantFrom(...everyPerson);

/** A person against a rule, written down again from the meaning of the rule. */
function isStopped({ kind, facts: named }: EntryRule, person: Person): boolean {
  const entries = Object.entries(named) as [Aspect, string[]][];
  if (entries.length === 0) return false;
  const matches = entries.filter(([aspect, values]) => values.includes(person[aspect])).length;
  return kind === 'only' ? matches < entries.length : matches === entries.length;
}

describe('who gets in', () => {
  test('enumerates each kind of person once', () => {
    expect(everyPerson).toHaveLength(1080);
    expect(new Set(everyPerson.map((person) => JSON.stringify(person))).size).toBe(1080);
  });

  test('equals the result of testing every person against every rule', () => {
    fc.assert(
      fc.property(ruleSet, (rules) => {
        const entry = whoGetsIn(rules);
        const inside = everyPerson.filter((one) => !rules.some((each) => isStopped(each, one)));
        expect(entry.in).toBe(inside.length);
        for (const [place, each] of rules.entries()) {
          const stopped = everyPerson.filter((one) => isStopped(each, one));
          const alone = stopped.filter(
            (one) => rules.filter((other) => isStopped(other, one)).length === 1,
          );
          expect(entry.rules[place]).toEqual({ all: stopped.length, alone: alone.length });
          expect(entry.closed.includes(place)).toBe(stopped.length === everyPerson.length);
          expect(entry.idle.includes(place)).toBe(alone.length === 0);
        }
        expect(entry.gates.reduce((sum, count) => sum + count, 0)).toBe(1080 - inside.length);
        for (const [gate, name] of gates.entries()) {
          const first = everyPerson.filter((one) => {
            const stopping = rules.filter((each) => isStopped(each, one));
            return (
              stopping.some((each) => each.gate === name) &&
              stopping.every((each) => gates.indexOf(each.gate) >= gate)
            );
          });
          expect(entry.gates[gate]).toBe(first.length);
        }
        const open = (each: EntryRule) => everyPerson.some((one) => !isStopped(each, one));
        const pairs = rules.flatMap((one, first) =>
          rules.flatMap((other, second) =>
            second > first &&
            open(one) &&
            open(other) &&
            everyPerson.every((person) => isStopped(one, person) || isStopped(other, person))
              ? [[first, second]]
              : [],
          ),
        );
        expect(entry.contradictions).toEqual(pairs);
      }),
      { numRuns: 60 },
    );
  });

  test('names a change that lets a person in, and no smaller one does', () => {
    fc.assert(
      fc.property(ruleSet, anyone, (rules, person) => {
        const changes = smallestChange(rules, person);
        expect(changes.map((each) => each.rule)).toEqual(fateOf(rules, person).by);
        const after = rules.map(
          (each, place) => changes.find((change) => change.rule === place)?.after ?? each,
        );
        expect(after.some((each) => isStopped(each, person))).toBe(false);
        for (const { rule: place, lets } of changes) {
          const before = rules[place];
          if (before === undefined) continue;
          // Every way to change one value, or for `only` the one set of values that is needed.
          const ways = (Object.entries(before.facts) as [Aspect, string[]][]).flatMap(
            ([aspect, values]): EntryRule[] => {
              if (before.kind === 'only') return [];
              const rest = values.filter((value) => value !== person[aspect]);
              const named = rest.length > 0 ? { ...before.facts, [aspect]: rest } : {};
              return [{ ...before, facts: named }];
            },
          );
          const opened = ways
            .filter((way) => !isStopped(way, person))
            .map(
              (way) =>
                everyPerson.filter((one) => isStopped(before, one) && !isStopped(way, one)).length,
            );
          if (before.kind === 'not') expect(lets).toBe(Math.min(...opened));
          else expect(lets).toBeGreaterThan(0);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('finds two rules that together exclude everybody', () => {
    const rules: EntryRule[] = [
      { name: 'A', gate: 'pre-trial', kind: 'only', facts: { record: ['tried-before'] } },
      { name: 'B', gate: 'service', kind: 'not', facts: { record: ['tried-before'] } },
    ];
    expect(whoGetsIn(rules)).toMatchObject({ in: 0, contradictions: [[0, 1]], closed: [] });
  });
});

test('the rules of five countries are complete, dated, and let somebody in', () => {
  const countries = parse(readFileSync('content/en/workshop/entry-rules.yaml', 'utf8')) as {
    id: string;
    checked: string;
    route: string;
    rules: (EntryRule & { source?: string })[];
  }[];
  expect(countries.map(({ id }) => id).toSorted()).toEqual([
    'cote-divoire',
    'kenya',
    'nigeria',
    'south-africa',
    'viet-nam',
  ]);
  for (const { id, checked, route, rules } of countries) {
    expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    const plain = rules.map(({ name, gate, kind, facts: named }) => ({
      ...{ name, gate, kind },
      facts: named,
    }));
    expect(ruleSetSchema.parse({ route, rules: plain }).rules).toHaveLength(rules.length);
    const entry = whoGetsIn(plain);
    expect(entry.in, id).toBeGreaterThan(0);
    expect(entry.in, id).toBeLessThan(1080);
    expect(entry.contradictions, id).toEqual([]);
  }
});
