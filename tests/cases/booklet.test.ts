import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/progress/attempt.ts';
import type { Scenario } from '../../src/cases/format.ts';
import { booklet, type Direction, type Entry } from '../../src/cases/booklet.ts';
import { caseGraph } from '../../src/cases/graph.ts';
import { caseMachine } from '../../src/cases/machine.ts';
import {
  begin,
  choose,
  offered,
  outcome,
  proceed,
  sceneOf,
  shownParagraphs,
} from '../../src/cases/moves.ts';
import { soundScenario, wildScenario } from '../fixtures/scenarios/arbitrary.ts';
import { authoredScenarios } from '../fixtures/scenarios/authored.ts';
import { choice, decision, ending, scenario } from '../fixtures/scenarios/build.ts';
import { nightCall } from '../fixtures/scenarios/night-call.ts';
import { reads, type Tracker } from '../fixtures/scenarios/pencil-tracker.ts';

const cases = [
  { file: 'the small case of the tests', scenario: nightCall() },
  ...authoredScenarios,
];

/** Every number that the booklet sends its reader to. */
const references = (entries: readonly Entry[]) =>
  entries.flatMap((entry) => [
    ...entry.onward.map(({ to }) => to),
    ...(entry.kind === 'scene' ? entry.choices.map(({ to }) => to) : []),
  ]);

const sceneEntry = (entries: readonly Entry[], id: string) => {
  const entry = entries.find((other) => other.kind === 'scene' && other.id === id);
  if (entry?.kind !== 'scene') throw new Error(`No scene "${id}".`);
  return entry;
};

/**
 * Plays a case on paper and on screen side by side, taking the choices that `picks` points to, and
 * compares what the two readers see at every entry. Returns the steps taken.
 */
function playOnPaper(of: Scenario, picks: readonly number[]): Step[] {
  const entries = booklet(of);
  const tracker: Tracker = {
    flags: new Set(),
    levels: new Map(Object.entries(of.indicators).map(([id, { start }]) => [id, start])),
  };
  const follow = (onward: readonly Direction[]) =>
    entries[(onward.find(({ when }) => reads(when, tracker))?.to ?? 0) - 1];

  const steps: Step[] = [];
  let at = begin(caseMachine(caseGraph(of)));
  let entry: Entry | undefined = entries[0];
  for (const pick of [...picks, ...Array.from({ length: 100 }, () => 0)]) {
    if (entry?.kind !== 'scene') throw new Error('The booklet leads nowhere.');
    expect(entry.id).toBe(sceneOf(at));
    expect(entry.also.map(({ when }) => reads(when, tracker))).toEqual(shownParagraphs(at));
    if (outcome(at)) return steps;

    const onScreen = offered(at);
    const onPaper = entry.choices.filter(({ when }) => reads(when, tracker));
    expect(onPaper.map(({ id }) => id)).toEqual(onScreen.map(({ id }) => id));
    const taken = onPaper[pick % Math.max(1, onPaper.length)];
    const next = taken ? choose(at, taken.id) : proceed(at);
    if (taken) {
      steps.push(`${entry.id}.${taken.id}`);
      const consequence: Entry | undefined = entries[taken.to - 1];
      expect(consequence).toMatchObject({ kind: 'consequence', scene: entry.id, id: taken.id });
      for (const flag of taken.choice.sets) tracker.flags.add(flag);
      for (const [id, effect] of Object.entries(taken.choice.effects)) {
        tracker.levels.set(id, (tracker.levels.get(id) ?? NaN) + effect);
      }
      entry = follow(consequence?.onward ?? []);
    } else {
      entry = follow(entry.onward);
    }
    if (!next) throw new Error('The case leads nowhere.');
    at = next;
  }
  throw new Error('The booklet has no end.');
}

describe.for(cases)('The booklet of $file (P50)', ({ scenario }) => {
  const entries = booklet(scenario);

  test('starts with entry 1 and numbers every scene and every consequence once', () => {
    expect(entries[0]).toMatchObject({ number: 1, kind: 'scene', id: scenario.start });
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
    const keys = entries.map((entry) =>
      entry.kind === 'scene' ? entry.id : `${entry.scene}.${entry.id}`,
    );
    const expected = Object.entries(scenario.scenes).flatMap(([id, scene]) => [
      id,
      ...('choices' in scene ? scene.choices.map((choice) => `${id}.${choice.id}`) : []),
    ]);
    expect(keys.toSorted()).toEqual(expected.toSorted());
  });

  test('refers only to numbers that exist, and to every number but the first', () => {
    const referred = new Set(references(entries));
    expect([...referred].toSorted((one, other) => one - other)).toEqual(
      entries.slice(1).map(({ number }) => number),
    );
  });

  test('leads each choice to its own consequence, printed elsewhere', () => {
    for (const entry of entries) {
      if (entry.kind !== 'scene') continue;
      for (const offered of entry.choices) {
        expect(entries[offered.to - 1]).toMatchObject({
          kind: 'consequence',
          scene: entry.id,
          id: offered.id,
          choice: offered.choice,
        });
      }
    }
  });

  test('has the same numbers each time', () => {
    expect(booklet(structuredClone(scenario))).toEqual(entries);
  });

  test('tells on paper what the walk tells on screen, whatever is chosen', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (picks) => {
        expect(playOnPaper(scenario, picks)).not.toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('A booklet', () => {
  test('of any sound case can be played to an ending, as on screen', () => {
    fc.assert(
      fc.property(soundScenario, fc.array(fc.nat()), (of, picks) => {
        expect(playOnPaper(of, picks)).not.toEqual([]);
      }),
    );
  });

  test('of any case at all refers to numbers that exist', () => {
    fc.assert(
      fc.property(wildScenario, (of) => {
        const entries = booklet(of);
        for (const to of references(entries)) expect(entries[to - 1]?.number).toBe(to);
      }),
    );
  });

  test('turns a conditional goto into directions, the first that holds counting', () => {
    const entries = booklet(nightCall());
    expect(sceneEntry(entries, 'door').onward).toEqual([
      { when: { indicator: 'health', atMost: 4 }, to: sceneEntry(entries, 'worse').number },
      { to: sceneEntry(entries, 'talk').number },
    ]);
  });

  test('carries the condition of a choice and of a paragraph as an instruction', () => {
    const entries = booklet(nightCall());
    expect(sceneEntry(entries, 'talk').choices.map(({ when }) => when)).toEqual([
      undefined,
      undefined,
      { flag: 'waited', isSet: true },
      undefined,
    ]);
    expect(sceneEntry(entries, 'lost').also).toEqual([
      { when: { flag: 'waited', isSet: false }, text: 'And one thing more.' },
    ]);
  });

  test('its numbers reveal nothing: over many cases they do not correlate with endings or judgements', () => {
    const all = Array.from({ length: 400 }, (_, index) =>
      booklet({ ...nightCall(), id: `case-${index}` }),
    );
    const share = (isFirst: (entries: readonly Entry[]) => boolean) =>
      all.filter(isFirst).length / all.length;
    const number = (entries: readonly Entry[], id: string) => sceneEntry(entries, id).number;
    const consequence = (entries: readonly Entry[], choice: number) =>
      sceneEntry(entries, 'call').choices[choice]?.to ?? NaN;

    for (const [one, other] of [
      ['together', 'lost'],
      ['together', 'apart'],
      ['apart', 'lost'],
    ] as const) {
      const comes = share((entries) => number(entries, one) < number(entries, other));
      expect(comes).toBeGreaterThan(0.4);
      expect(comes).toBeLessThan(0.6);
    }
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const comes = share((entries) => consequence(entries, one) < consequence(entries, other));
      expect(comes).toBeGreaterThan(0.4);
      expect(comes).toBeLessThan(0.6);
    }
  });

  test('keeps consequences of one scene apart where there is room', () => {
    const entries = booklet(nightCall());
    const neighbours = entries.filter((entry, index) => {
      const next = entries[index + 1];
      return (
        entry.kind === 'consequence' && next?.kind === 'consequence' && entry.scene === next.scene
      );
    });
    expect(neighbours).toEqual([]);
  });

  test('refuses a case with a goto that does not exist', () => {
    const of = scenario('call', {
      call: decision('call', [choice('go', 'sound', 'gone'), choice('stay', 'harmful', 'end')]),
      end: ending('best'),
    });
    expect(() => booklet(of)).toThrow('The booklet of night-call has no "gone".');
  });
});
