import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarioSchema } from '../../src/cases/format.ts';
import { caseGraph } from '../../src/cases/graph.ts';
import { caseMachine } from '../../src/cases/machine.ts';
import { offered, onward, outcome, replay, sceneOf } from '../../src/cases/moves.ts';
import { clockFace, leftAt, longer, paused, started } from '../../src/workshop/countdown.ts';
import { compareWays } from '../../src/workshop/room/parting.ts';
import { atDecision, backTo, decide, fits, goOn, standing } from '../../src/workshop/room/play.ts';
import { leading, tally } from '../../src/workshop/room/tally.ts';
import { votesTable } from '../../src/workshop/room/votes-table.ts';
import { freshWay, roomSchema, type Way } from '../../src/workshop/room/way.ts';
import { parsedCsv } from '../browser/parsed-csv.ts';

const scenario = scenarioSchema.parse(
  parse(readFileSync('content/en/scenarios/bus-station.yaml', 'utf8')),
);
const machine = caseMachine(caseGraph(scenario));
const choicesAt = (way: Way) => offered(standing(machine, way)).map(({ id }) => id);

/** A room that takes a choice by its place until the case is over. */
function wholeWay(place: (round: number) => number, group = 'Group 1'): Way {
  let way = atDecision(machine, freshWay(group));
  for (let round = 0; outcome(standing(machine, way)) === undefined; round++) {
    const choices = choicesAt(way);
    const choice = choices[place(round) % choices.length] ?? '';
    way = { ...way, vote: { ...way.vote, hands: { [choice]: 5 }, reasons: { [choice]: 'Yes' } } };
    way = atDecision(machine, goOn(machine, decide(machine, way, choice)));
  }
  return way;
}

describe('a vote', () => {
  const vote = {
    hands: { a: 4, b: 6 },
    tables: [
      { name: 'Judges', choice: 'a' },
      { name: 'Police', choice: 'a' },
      { name: 'Late', choice: '' },
    ],
    reasons: {},
  };

  test('counts hands, and each table as one vote', () => {
    expect(tally(vote, ['a', 'b', 'c'])).toEqual([
      { choice: 'a', hands: 4, tables: ['Judges', 'Police'], votes: 6, share: 0.5 },
      { choice: 'b', hands: 6, tables: [], votes: 6, share: 0.5 },
      { choice: 'c', hands: 0, tables: [], votes: 0, share: 0 },
    ]);
  });

  test('has several leading choices in a tie, and none without a vote', () => {
    expect(leading(tally(vote, ['a', 'b', 'c']))).toEqual(['a', 'b']);
    expect(leading(tally({ hands: {}, tables: [], reasons: {} }, ['a', 'b']))).toEqual([]);
  });
});

describe('a case that a room decides', () => {
  test('follows the path of a learner with the same choices to an ending', () => {
    for (const first of [0, 1, 2]) {
      const way = wholeWay((round) => first + round);
      const steps = way.rounds.map(({ scene, taken }) => `${scene}.${taken}` as const);
      const { at, lost } = replay(machine, steps);
      expect(lost).toBe(0);
      expect(sceneOf(standing(machine, way))).toBe(sceneOf(onward(at)));
      expect(outcome(onward(at))).toBeDefined();
      expect(fits(machine, way)).toBe(true);
    }
  });

  test('ignores a choice that is not offered', () => {
    const way = atDecision(machine, freshWay('G'));
    expect(decide(machine, way, 'no-such-choice')).toBe(way);
  });

  test('keeps the tables without their choices for the next decision', () => {
    const way = atDecision(machine, freshWay('G'));
    const [choice = ''] = choicesAt(way);
    const vote = { ...way.vote, tables: [{ name: 'Judges', choice }] };
    const next = decide(machine, { ...way, vote }, choice);
    expect(next.vote.tables).toEqual([{ name: 'Judges', choice: '' }]);
    expect(next.rounds[0]?.vote.tables).toEqual([{ name: 'Judges', choice }]);
  });

  test('can go back to a decision with its vote', () => {
    const way = wholeWay(() => 0);
    const back = backTo(way, 1);
    expect(back.rounds).toHaveLength(1);
    expect(back.vote).toEqual(way.rounds[1]?.vote);
    expect(sceneOf(standing(machine, atDecision(machine, back)))).toBe(way.rounds[1]?.scene);
  });

  test('does not fit a case in which one of its choices was removed', () => {
    const way = wholeWay(() => 0);
    const [first, ...others] = way.rounds;
    if (first === undefined) throw new Error('no round');
    expect(fits(machine, { ...way, rounds: [{ ...first, taken: 'gone' }, ...others] })).toBe(false);
  });

  test('is read from a file unchanged', () => {
    const room = { ways: [wholeWay(() => 1)], playing: 0, isOpen: false };
    expect(roomSchema.parse(JSON.parse(JSON.stringify(room)))).toEqual(room);
  });
});

describe('the ways of two groups', () => {
  test('are compared by round, which shows where they chose differently', () => {
    const [one, other] = [wholeWay(() => 0, 'One'), wholeWay((round) => (round === 1 ? 1 : 0))];
    const compared = compareWays([one, other]);
    expect(compared[0]?.isAlike).toBe(true);
    expect(compared[1]?.isAlike).toBe(false);
    expect(compared).toHaveLength(Math.max(one.rounds.length, other.rounds.length));
  });
});

test('the votes are exported as a table with a row for each choice of each decision', () => {
  const way = wholeWay(() => 0, '=Group');
  const words = {
    offered: (of: Way, round: number) =>
      offered(standing(machine, atDecision(machine, backTo(of, round)))).map(({ id }) => id),
    heading: (scene: string) => scene,
    label: (_: string, choice: string) => choice,
  };
  const head = Array.from({ length: 11 }, (_, column) => `c${column}`);
  const rows = parsedCsv(votesTable(head, [way], words)).slice(1);
  const expected = way.rounds.flatMap((_, round) => words.offered(way, round));
  expect(rows).toHaveLength(expected.length);
  expect(rows.filter((row) => row[9] === '1')).toHaveLength(way.rounds.length);
  expect(rows[0]?.[0]).toBe("'=Group");
});

describe('a countdown', () => {
  test('runs while its page is closed, stops when paused, and never goes below zero', () => {
    const running = started({ left: 60_000 }, 1000);
    expect(leftAt(running, 31_000)).toBe(30_000);
    expect(leftAt(paused(running, 31_000), 999_999)).toBe(30_000);
    expect(leftAt(running, 999_999)).toBe(0);
    expect(leftAt(longer(running, 60_000, 31_000), 31_000)).toBe(90_000);
  });

  test('rounds a started second up', () => {
    expect(clockFace(60_000)).toBe('1:00');
    expect(clockFace(59_001)).toBe('1:00');
    expect(clockFace(0)).toBe('0:00');
  });
});
