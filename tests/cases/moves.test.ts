import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/progress/attempt.ts';
import { caseGraph } from '../../src/cases/graph.ts';
import { caseMachine, type CaseState } from '../../src/cases/machine.ts';
import {
  ahead,
  begin,
  choose,
  offered,
  onward,
  outcome,
  proceed,
  replay,
  sceneOf,
  shownParagraphs,
} from '../../src/cases/moves.ts';
import { changed, choiceOf, nightCall, sceneWith } from '../fixtures/scenarios/night-call.ts';
import { passage } from '../fixtures/scenarios/build.ts';

const graph = caseGraph(nightCall());
const night = caseMachine(graph);
const machineOf = (of: Parameters<typeof caseGraph>[0]) => caseMachine(caseGraph(of));

/** The scene and the context of a state, without the machine. */
const told = (state: CaseState | undefined) => state && { scene: sceneOf(state), ...state.context };

const soundRun: readonly Step[] = ['call.go', 'talk.listen', 'close.plan'];

describe('A graph', () => {
  test('is the structure of the case: what leads where, and under which condition', () => {
    expect(graph.scenes['door']).toEqual({
      also: [{ flag: 'waited' }],
      goto: [{ when: { indicator: 'health', atMost: 4 }, goto: 'worse' }, { goto: 'talk' }],
    });
    expect(graph.scenes['together']).toEqual({ outcome: 'best' });
    expect(graph.scenes['call']?.choices?.[1]).toEqual({
      id: 'phone',
      judgement: 'defensible',
      effects: { health: -1 },
      sets: ['waited'],
      goto: 'door',
    });
  });

  test('carries no word for the reader', () => {
    expect(JSON.stringify(graph)).not.toMatch(/You |What |Why |And one thing|Low|is set/);
  });

  test('is the same after a round trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(graph))).toEqual(graph);
  });
});

describe('A run', () => {
  test('starts in the first scene, with no flag set and the start levels', () => {
    expect(told(begin(night))).toEqual({
      scene: 'call',
      flags: [],
      indicators: { health: 5, trust: 5 },
    });
  });

  test('adds the effects of a choice and sets its flags', () => {
    expect(told(choose(begin(night), 'ignore'))).toEqual({
      scene: 'door',
      flags: ['waited'],
      indicators: { health: 3, trust: 4 },
    });
  });

  test('offers a choice only when its condition holds', () => {
    const offeredAfter = (...steps: Step[]) =>
      offered(onward(replay(night, steps).at)).map(({ id }) => id);
    expect(offeredAfter('call.go')).toEqual(['listen', 'order', 'threaten']);
    expect(offeredAfter('call.phone')).toEqual(['listen', 'order', 'apologise', 'threaten']);
  });

  test('refuses a choice that is not offered', () => {
    const { at } = replay(night, ['call.go']);
    expect(choose(onward(at), 'apologise')).toBeUndefined();
    expect(choose(at, 'go')).toBeUndefined();
  });

  test('judges a conditional goto after the effects of the choice', () => {
    const late = machineOf(
      changed((of) => {
        choiceOf(of, 'call', 'phone').goto = [
          { when: { flag: 'waited' }, goto: 'worse' },
          { goto: 'door' },
        ];
      }),
    );
    expect(told(choose(begin(late), 'phone'))?.scene).toBe('worse');
  });

  test('goes through a passage by the first branch that holds', () => {
    const door = (step: Step) => told(proceed(replay(night, [step]).at))?.scene;
    expect(door('call.go')).toBe('talk');
    expect(door('call.phone')).toBe('worse');
  });

  test('does not proceed from a decision or an ending', () => {
    expect(proceed(begin(night))).toBeUndefined();
    expect(proceed(replay(night, soundRun).at)).toBeUndefined();
  });

  test('goes onward to the next decision, and stays where a decision or an ending is', () => {
    expect(sceneOf(onward(replay(night, ['call.ignore']).at))).toBe('talk');
    expect(told(onward(begin(night)))).toEqual(told(begin(night)));
    const { at } = replay(night, soundRun);
    expect(onward(at)).toBe(at);
  });

  test('tells which paragraphs of a scene are shown', () => {
    expect(shownParagraphs(replay(night, ['call.go']).at)).toEqual([false]);
    expect(shownParagraphs(replay(night, ['call.phone']).at)).toEqual([true]);
    expect(shownParagraphs(begin(night))).toEqual([]);
  });

  test('knows the outcome of an ending, and that other scenes have none', () => {
    expect(outcome(replay(night, soundRun).at)).toBe('best');
    expect(outcome(begin(night))).toBeUndefined();
  });

  test('stops if no branch holds instead of taking a default', () => {
    const dead = machineOf(
      changed((of) => {
        const branch = [{ when: { flag: 'promised' }, goto: 'talk' }];
        sceneWith('goto', of, 'worse').goto = branch;
        choiceOf(of, 'call', 'go').goto = branch;
      }),
    );
    expect(choose(begin(dead), 'go')).toBeUndefined();
    expect(sceneOf(onward(replay(dead, ['call.phone']).at))).toBe('worse');
  });
});

describe('A replay (P04)', () => {
  test('of no steps is the start', () => {
    const { at, taken, lost } = replay(night, []);
    expect([told(at), taken, lost]).toEqual([told(begin(night)), 0, 0]);
  });

  test('comes back to the scene to which the last step led, with flags and levels', () => {
    const { at, taken, lost } = replay(night, ['call.phone', 'talk.apologise']);
    expect([told(at), taken, lost]).toEqual([
      { scene: 'close', flags: ['waited'], indicators: { health: 4, trust: 5 } },
      2,
      0,
    ]);
  });

  test('comes back to a passage when the last step led to one', () => {
    expect(sceneOf(replay(night, ['call.phone']).at)).toBe('door');
  });

  test('reaches an ending', () => {
    expect(sceneOf(replay(night, soundRun).at)).toBe('together');
  });

  test('has its trail: every scene from the start, passages included, up to where the last step led', () => {
    const trail = (...steps: Step[]) => replay(night, steps).trail.map(sceneOf);
    expect(trail()).toEqual(['call']);
    expect(trail('call.phone')).toEqual(['call', 'door']);
    expect(trail('call.phone', 'talk.apologise')).toEqual([
      'call',
      'door',
      'worse',
      'talk',
      'close',
    ]);
  });

  test('has a trail that ends at the decision in which a step is not offered', () => {
    expect(replay(night, ['call.phone', 'talk.gone', 'close.plan']).trail.map(sceneOf)).toEqual([
      'call',
      'door',
      'worse',
      'talk',
    ]);
  });

  test('continues through passages up to a decision or an ending', () => {
    expect(ahead(replay(night, ['call.phone']).at).map(sceneOf)).toEqual(['worse', 'talk']);
    expect(ahead(begin(night))).toEqual([]);
  });

  test('stops at the last decision that still exists when a choice was removed (P03)', () => {
    const edited = machineOf(
      changed((of) => {
        const { choices } = sceneWith('choices', of, 'talk');
        choices.splice(0, 1);
      }),
    );
    const { at, taken, lost } = replay(edited, soundRun);
    expect([sceneOf(at), taken, lost]).toEqual(['talk', 1, 2]);
  });

  test('stops at the decision when a choice is no longer offered (P03)', () => {
    const edited = machineOf(
      changed((of) => {
        choiceOf(of, 'talk', 'listen').when = { flag: 'waited' };
      }),
    );
    const { at, taken, lost } = replay(edited, soundRun);
    expect([sceneOf(at), taken, lost]).toEqual(['talk', 1, 2]);
  });

  test('stops at the new decision when the way leads to another scene (P03)', () => {
    const edited = machineOf(
      changed((of) => {
        choiceOf(of, 'call', 'go').goto = 'close';
      }),
    );
    const { at, taken, lost } = replay(edited, soundRun);
    expect([sceneOf(at), taken, lost]).toEqual(['close', 1, 2]);
  });

  test('stops at the ending when the case became shorter (P03)', () => {
    const edited = machineOf(
      changed((of) => {
        choiceOf(of, 'talk', 'listen').goto = 'together';
      }),
    );
    const { at, taken, lost } = replay(edited, soundRun);
    expect([sceneOf(at), taken, lost]).toEqual(['together', 2, 1]);
  });

  test('continues when a passage was inserted (P03)', () => {
    const edited = machineOf(
      changed((of) => {
        of.scenes['stairs'] = passage('stairs', 'talk');
        sceneWith('goto', of, 'worse').goto = 'stairs';
      }),
    );
    expect(replay(edited, ['call.phone', 'talk.listen', 'close.plan']).lost).toBe(0);
  });

  test.for<[string, string[], number]>([
    ['the case starts with another scene', ['talk.listen'], 0],
    ['the choice has another id', ['call.goes'], 0],
    ['a step names no choice', ['call'], 0],
    ['a step goes deeper than a choice', ['call.go.talk'], 0],
    ['a step is empty', [''], 0],
    ['a step names what every object has', ['constructor.name'], 0],
    ['the second step is foreign', ['call.go', '\u0000'], 1],
  ])('stops calmly where %s', ([, steps, taken]) => {
    const result = replay(night, steps as Step[]);
    expect([result.taken, result.lost]).toEqual([taken, steps.length - taken]);
  });
});
