import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Step } from '../../src/progress/attempt.ts';
import {
  outcomes,
  type Condition,
  type Outcome,
  type Scenario,
  type Scene,
} from '../../src/cases/format.ts';
import { analyse } from '../../src/cases/analysis.ts';
import { delayedCosts } from '../../src/cases/delayed-costs.ts';
import { caseGraph, type CaseGraph } from '../../src/cases/graph.ts';
import { caseMachine, type CaseState } from '../../src/cases/machine.ts';
import { proportions } from '../../src/cases/proportions.ts';
import {
  begin,
  choose,
  offered,
  onward,
  outcome,
  proceed,
  replay,
  sceneOf,
} from '../../src/cases/moves.ts';
import { plantedScenario, soundScenario, wildScenario } from '../fixtures/scenarios/arbitrary.ts';
import { authoredScenarios } from '../fixtures/scenarios/authored.ts';
import {
  choice,
  decision,
  ending,
  paragraph,
  passage,
  scenario,
} from '../fixtures/scenarios/build.ts';
import {
  changed,
  choiceOf,
  indicatorOf,
  nightCall,
  sceneWith,
} from '../fixtures/scenarios/night-call.ts';

// Every configuration of every case takes a while on a busy machine; how long is never judged.
vi.setConfig({ testTimeout: 120_000 });

const lines = (of: Scenario) =>
  analyse(of).faults.map(({ field, message, suggestion }) => `${field}: ${message} ${suggestion}`);

/** What the change is, how it is made, and every line that an author must then read. */
type Planted = [string, (of: Scenario) => void, string[]];

const brokenNames: Planted[] = [
  [
    'the start names no scene',
    (of) => void (of.start = 'cal'),
    [
      'start: No scene is called "cal". Write one of: call, door, worse, talk, close, together, apart, lost.',
    ],
  ],
  [
    'a choice leads to no scene',
    (of) => void (choiceOf(of, 'call', 'go').goto = 'dor'),
    [
      'scenes.call.choices.0.goto: No scene is called "dor". Write one of: call, door, worse, talk, close, together, apart, lost.',
    ],
  ],
  [
    'a branch leads to what every object has, but no scene',
    (of) => void (sceneWith('goto', of, 'door').goto = [{ goto: 'constructor' }]),
    [
      'scenes.door.goto.0: No scene is called "constructor". Write one of: call, door, worse, talk, close, together, apart, lost.',
    ],
  ],
  [
    'two choices of a scene have one id',
    (of) => void (choiceOf(of, 'close', 'leave').id = 'plan'),
    [
      'scenes.close.choices.1.id: Two choices of this scene are called "plan". Give each choice of a scene its own id.',
    ],
  ],
  [
    'a condition, deep inside, reads a flag that is not declared',
    (of) =>
      void (choiceOf(of, 'talk', 'apologise').when = {
        any: [{ flag: 'waited' }, { not: { flag: 'wated' } }],
      }),
    [
      'scenes.talk.choices.2.when.any.1.not: No flag is called "wated". Declare it under flags, or write one of: waited, promised.',
    ],
  ],
  [
    'a condition reads an indicator that is not declared',
    (of) =>
      void (sceneWith('goto', of, 'door').goto = [
        { when: { indicator: 'helth', atMost: 4 }, goto: 'worse' },
        { goto: 'talk' },
      ]),
    [
      'scenes.door.goto.0.when: No indicator is called "helth". Declare it under indicators, or write one of: health, trust.',
    ],
  ],
  [
    'a choice sets a flag that is not declared',
    (of) => void choiceOf(of, 'call', 'phone').sets.push('late'),
    [
      'scenes.call.choices.1.sets.1: No flag is called "late". Declare it under flags, or write one of: waited, promised.',
    ],
  ],
  [
    'a choice changes an indicator that is not declared',
    (of) => void (choiceOf(of, 'call', 'phone').effects = { hope: 1 }),
    [
      'scenes.call.choices.1.effects.hope: No indicator is called "hope". Declare it under indicators, or write one of: health, trust.',
    ],
  ],
  [
    'the key of a scene is not an id',
    (of) => void (of.scenes['The End'] = ending('mixed')),
    [
      'scenes.The End: "The End" is not an id. Write lower-case words joined by single hyphens, 48 characters at most.',
    ],
  ],
];

const idle: Planted[] = [
  [
    'a flag is never set',
    (of) => {
      of.flags['seen'] = 'Somebody saw it.';
      sceneWith('outcome', of, 'lost').also = [
        { when: { not: { flag: 'seen' } }, text: 'Nobody saw it.' },
      ];
    },
    ['flags.seen: No choice sets this flag. Set it in a choice (sets), or delete it.'],
  ],
  [
    'a flag is never read',
    (of) => {
      of.flags['seen'] = 'Somebody saw it.';
      choiceOf(of, 'call', 'go').sets = ['seen'];
    },
    ['flags.seen: No condition reads this flag. Read it in a condition (when), or delete it.'],
  ],
  [
    'an indicator is never changed',
    (of) => void (of.indicators['cost'] = { ...indicatorOf(of, 'trust'), label: 'Cost' }),
    [
      'indicators.cost: No choice changes this indicator. Change it in a choice (effects), or delete it.',
    ],
  ],
];

const shape: Planted[] = [
  [
    'scenes lead back to where they came from',
    (of) => void (sceneWith('goto', of, 'worse').goto = 'call'),
    [
      'scenes.call: The case runs in a circle: call, door, worse, call. Lead on to a later scene; going back is offered to the learner by the player.',
    ],
  ],
  [
    'a scene is an orphan, and so is the one behind it',
    (of) => {
      of.scenes['attic'] = passage('attic', 'cellar');
      of.scenes['cellar'] = passage('cellar', 'talk');
    },
    [
      'scenes.attic: The scene "attic" is an orphan: no goto leads to it. Lead a choice to it, or delete it.',
      'scenes.cellar: The scene "cellar" is never reached: only "attic" leads to it, which is never reached. Lead a choice to the scene before it, or delete both.',
    ],
  ],
  [
    'an ending is an orphan',
    (of) => void (of.scenes['dream'] = ending('mixed')),
    [
      'scenes.dream: The ending "dream" is an orphan: no goto leads to it. Lead a choice to it, or delete it.',
    ],
  ],
  [
    'no ending is best',
    (of) => void (sceneWith('outcome', of, 'together').outcome = 'mixed'),
    ['scenes: No ending has the outcome best. Give the ending of a sound course the outcome best.'],
  ],
];

/** Every name in these exists and every scene is led to: only the conditions are wrong. */
const conditions: Planted[] = [
  [
    'a passage leaves some learners without a branch',
    (of) =>
      void (sceneWith('goto', of, 'worse').goto = [
        { when: { indicator: 'trust', atLeast: 5 }, goto: 'talk' },
        { when: { indicator: 'trust', atMost: 3 }, goto: 'talk' },
      ]),
    [
      'scenes.worse.goto: No branch holds after call.ignore: the learner is trapped. Leave the condition of the last branch out.',
      'scenes.worse.goto.1: The branch to "talk" is never taken. Mend its condition or those before it, or delete the branch.',
      'scenes.close.choices.0.goto.1: The branch to "apart" is never taken. Mend its condition or those before it, or delete the branch.',
    ],
  ],
  [
    'a choice leaves some learners without a branch',
    (of) =>
      void (choiceOf(of, 'close', 'leave').goto = [
        { when: { indicator: 'trust', atLeast: 4 }, goto: 'lost' },
      ]),
    [
      'scenes.close.choices.1.goto: No branch of the choice "leave" holds after call.ignore, talk.order: the learner is trapped. Leave the condition of the last branch out.',
    ],
  ],
  [
    'a decision offers nothing to some learners',
    (of) => {
      for (const each of sceneWith('choices', of, 'close').choices) {
        each.when = { any: [{ flag: 'promised' }, { not: { flag: 'waited' } }] };
      }
    },
    [
      'scenes.close.choices: No choice is offered after call.phone, talk.order: the learner is trapped. Offer at least one choice whatever happened before.',
    ],
  ],
  [
    'a choice is never offered',
    (of) =>
      void (choiceOf(of, 'talk', 'apologise').when = {
        all: [{ flag: 'waited' }, { indicator: 'health', atLeast: 5 }],
      }),
    [
      'scenes.talk.choices.2: The choice "apologise" is never offered: its condition never holds here. Mend the condition, or delete the choice.',
    ],
  ],
  [
    'a paragraph is never shown',
    (of) => void (sceneWith('goto', of, 'door').also = [paragraph({ flag: 'promised' })]),
    [
      'scenes.door.also.0: This paragraph is never shown: its condition never holds here. Mend the condition, or delete the paragraph.',
    ],
  ],
  [
    'a branch is never taken',
    (of) =>
      void (sceneWith('goto', of, 'door').goto = [
        { when: { indicator: 'health', atMost: 4 }, goto: 'worse' },
        { when: { indicator: 'health', atLeast: 5 }, goto: 'talk' },
        { goto: 'worse' },
      ]),
    [
      'scenes.door.goto.2: The branch to "worse" is never taken. Mend its condition or those before it, or delete the branch.',
    ],
  ],
  [
    'a scene is never reached',
    (of) =>
      void (sceneWith('goto', of, 'door').goto = [
        { when: { indicator: 'health', atMost: 2 }, goto: 'worse' },
        { goto: 'talk' },
      ]),
    [
      'scenes.door.goto.0: The branch to "worse" is never taken. Mend its condition or those before it, or delete the branch.',
      'scenes.worse: The scene "worse" is never reached: the conditions on the way to it never hold. Mend the conditions of the gotos that lead to it.',
    ],
  ],
  [
    'the best ending is never reached',
    (of) =>
      void (choiceOf(of, 'close', 'plan').goto = [
        { when: { indicator: 'health', atLeast: 8 }, goto: 'together' },
        { goto: 'apart' },
      ]),
    [
      'scenes.close.choices.0.goto.0: The branch to "together" is never taken. Mend its condition or those before it, or delete the branch.',
      'scenes.together: The ending "together" is never reached: the conditions on the way to it never hold. Mend the conditions of the gotos that lead to it.',
      'scenes: No best ending can be reached from the start by sound choices only. Lead sound choices to it, or judge a choice on the way anew.',
      'flags.promised: No condition reads this flag. Read it in a condition (when), or delete it.',
    ],
  ],
  [
    'an indicator starts too high for one of two paths',
    (of) => {
      indicatorOf(of, 'trust').start = 10;
    },
    [
      'scenes.talk.choices.0.effects.trust: "trust" comes to 11 with the choice "listen" after call.go. Keep it within 0 and 10 on every path: change this effect, another, or the start.',
    ],
  ],
  [
    'an indicator falls below 0 after two choices together',
    (of) => {
      indicatorOf(of, 'trust').start = 4;
      choiceOf(of, 'call', 'ignore').effects['trust'] = -2;
      choiceOf(of, 'talk', 'order').effects = {};
      choiceOf(of, 'close', 'leave').effects = { trust: -2 };
      choiceOf(of, 'talk', 'apologise').effects = { trust: -1 };
    },
    [
      'scenes.close.choices.1.effects.trust: "trust" comes to -1 with the choice "leave" after call.ignore, talk.apologise. Keep it within 0 and 10 on every path: change this effect, another, or the start.',
    ],
  ],
];

const judgement: Planted[] = [
  [
    'sound choices alone do not lead to the best ending',
    (of) => void (choiceOf(of, 'talk', 'listen').judgement = 'defensible'),
    [
      'scenes: No best ending can be reached from the start by sound choices only. Lead sound choices to it, or judge a choice on the way anew.',
    ],
  ],
  [
    'one early defensible choice closes the best ending through a level',
    (of) => void (choiceOf(of, 'talk', 'order').effects['trust'] = -2),
    [
      'scenes.talk.choices.1: The defensible choice "order" closes every best ending after call.go. Before the last decision, leave a way of sound choices to a best ending, or judge it harmful.',
    ],
  ],
  [
    'one early defensible choice ends the case at once',
    (of) => void (choiceOf(of, 'talk', 'order').goto = 'apart'),
    [
      'scenes.talk.choices.1: The defensible choice "order" closes every best ending after call.go. Before the last decision, leave a way of sound choices to a best ending, or judge it harmful.',
    ],
  ],
];

describe('The analysis of a sound case', () => {
  test('finds nothing in the small case of the tests', () => {
    expect(lines(nightCall())).toEqual([]);
  });

  test.for<[string, (of: Scenario) => void]>([
    [
      'the last branch has a condition that always holds there',
      (of) =>
        void (sceneWith('goto', of, 'door').goto = [
          { when: { indicator: 'health', atMost: 4 }, goto: 'worse' },
          { when: { not: { flag: 'waited' } }, goto: 'talk' },
        ]),
    ],
    [
      'the last decision has a defensible choice that closes the best ending',
      (of) =>
        void sceneWith('choices', of, 'close').choices.push(choice('wait', 'defensible', 'apart')),
    ],
    ['an indicator goes to 10 and no further', (of) => void (indicatorOf(of, 'trust').start = 9)],
    [
      'an indicator is shown to the learner but read by no condition',
      (of) => {
        of.indicators['cost'] = { ...indicatorOf(of, 'trust'), label: 'Cost' };
        choiceOf(of, 'call', 'go').effects = { health: 2, cost: 1 };
      },
    ],
    [
      'two choices of different scenes have one id',
      (of) => void (choiceOf(of, 'close', 'leave').id = 'go'),
    ],
  ])('finds nothing where %s', ([, change]) => {
    expect(lines(changed(change))).toEqual([]);
  });

  test('finds nothing in any case that is sound by construction', () => {
    fc.assert(
      fc.property(soundScenario, (of) => {
        expect(lines(of)).toEqual([]);
      }),
    );
  });
});

describe.for([
  ['A name that leads nowhere', brokenNames],
  ['A name that does nothing', idle],
  ['A wrong shape', shape],
  ['A fault that only conditions cause', conditions],
  ['A judgement that the case does not keep', judgement],
] as const)('%s is told to the author', ([, planted]) => {
  test.for(planted)('%s', ([, change, expected]) => {
    expect(lines(changed(change))).toEqual(expected);
  });
});

describe('The analysis', () => {
  test('counts a choice as early when decisions follow it, though the sound one would end the case', () => {
    const of = scenario('call', {
      call: decision('call', [choice('go', 'sound', 'end'), choice('wait', 'defensible', 'late')]),
      late: decision('late', [choice('go', 'sound', 'half'), choice('sleep', 'harmful', 'half')]),
      end: ending('best'),
      half: ending('mixed'),
    });
    expect(analyse(of).faults.map(({ field }) => field)).toEqual(['scenes.call.choices.1']);
  });

  test('finds what was planted in any sound case, by the name of the scene', () => {
    fc.assert(
      fc.property(plantedScenario, ({ scenario, field }) => {
        expect(analyse(scenario).faults.map((fault) => fault.field)).toContain(field);
      }),
      { numRuns: 150 },
    );
  });

  test('reports a case without any ending', () => {
    const of = scenario('call', { call: passage('call', 'door'), door: passage('door', 'call') });
    expect(lines(of)).toEqual([
      'scenes: No scene is an ending. Give at least one scene an outcome.',
    ]);
  });

  test('reports broken names all together, each with the file', () => {
    const { faults, facts } = analyse(
      changed((of) => {
        of.start = 'nowhere';
        choiceOf(of, 'call', 'go').goto = 'dor';
        choiceOf(of, 'close', 'plan').sets = ['late'];
      }),
      'en/scenarios/night-call.yaml',
    );
    expect(faults.map(({ file, field }) => [file, field])).toEqual([
      ['en/scenarios/night-call.yaml', 'start'],
      ['en/scenarios/night-call.yaml', 'scenes.call.choices.0.goto'],
      ['en/scenarios/night-call.yaml', 'scenes.close.choices.0.sets.0'],
    ]);
    expect(facts).toBeUndefined();
  });
});

/** Every run of a case, found by walking each to its end: what the analysis must agree with. */
function everyRun(graph: CaseGraph) {
  const ended: { steps: Step[]; scene: string; outcome: Outcome }[] = [];
  const dead: string[] = [];
  const places = new Set<string>();
  const walk = (at: CaseState, steps: Step[]) => {
    places.add(JSON.stringify([at.value, at.context]));
    const reached = outcome(at);
    if (reached) return void ended.push({ steps, scene: sceneOf(at), outcome: reached });
    const choices = offered(at);
    const exits =
      choices.length > 0
        ? choices.map(({ id }) => ({
            next: choose(at, id),
            step: `${sceneOf(at)}.${id}` as const,
          }))
        : [{ next: proceed(at), step: undefined }];
    for (const { next, step } of exits) {
      if (next) walk(next, step ? [...steps, step] : steps);
      else dead.push(sceneOf(at));
    }
  };
  walk(begin(caseMachine(graph)), []);
  return { ended, dead: new Set(dead), places: places.size };
}

describe('The facts of a case', () => {
  test('are what walking every single path finds, for any case at all', () => {
    fc.assert(
      fc.property(wildScenario, (of) => {
        const runs = everyRun(caseGraph(of));
        const { faults, facts } = analyse(of);
        const trapped = faults
          .filter(({ message }) => message.includes('trapped'))
          .map(({ field }) => field.split('.')[1]);
        expect(new Set(trapped)).toEqual(runs.dead);

        expect(facts === undefined).toBe(runs.ended.length === 0);
        if (!facts) return;
        const lengths = runs.ended.map(({ steps }) => steps.length);
        expect(facts.configurations).toBe(runs.places);
        expect(facts.paths).toBe(runs.ended.length);
        expect(facts.decisions.shortest).toBe(Math.min(...lengths));
        expect(facts.decisions.longest).toBe(Math.max(...lengths));
        expect(facts.decisions.mean).toBeCloseTo(
          lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
        );
        for (const { scene, paths, share, shortest } of facts.endings) {
          const here = runs.ended.filter((run) => run.scene === scene);
          expect(paths).toBe(here.length);
          expect(share).toBeCloseTo(here.length / runs.ended.length);
          expect(shortest?.length ?? Infinity).toBe(
            Math.min(...here.map(({ steps }) => steps.length)),
          );
        }
        const ranks = runs.ended.map((run) => outcomes.indexOf(run.outcome));
        expect(outcomes.indexOf(facts.best.outcome)).toBe(Math.min(...ranks));
        expect(outcomes.indexOf(facts.worst.outcome)).toBe(Math.max(...ranks));
        expect(runs.ended.map(({ steps }) => steps)).toContainEqual(facts.best.steps);
        expect(runs.ended.map(({ steps }) => steps)).toContainEqual(facts.worst.steps);
      }),
      { numRuns: 150 },
    );
  });

  test('hold the transcripts of the best and of the worst run', () => {
    const { facts } = analyse(nightCall());
    expect(facts?.best).toEqual({
      steps: ['call.go', 'talk.listen', 'close.plan'],
      ending: 'together',
      outcome: 'best',
      score: 1,
    });
    expect(facts?.worst).toEqual({
      steps: ['call.ignore', 'talk.order', 'close.leave'],
      ending: 'lost',
      outcome: 'poor',
      score: 0.5 / 3,
    });
  });

  test('name a shortest way to an ending, also where a longer one is found first', () => {
    const of = scenario('call', {
      call: decision('call', [choice('go', 'sound', 'door'), choice('wait', 'harmful', 'late')]),
      door: passage('door', 'end'),
      late: decision('late', [choice('go', 'sound', 'end'), choice('run', 'sound', 'end')]),
      end: ending('best'),
    });
    expect(analyse(of).facts).toMatchObject({
      endings: [{ scene: 'end', paths: 3, share: 1, shortest: ['call.go'] }],
      decisions: { shortest: 1, longest: 2, mean: 5 / 3 },
    });
  });

  test('name the lowest and highest level of each indicator', () => {
    expect(analyse(nightCall()).facts?.indicators).toEqual({
      health: { lowest: 3, highest: 7 },
      trust: { lowest: 2, highest: 6 },
    });
  });

  test('name a decision in which it makes no difference what is chosen', () => {
    expect(analyse(nightCall()).facts?.idleDecisions).toEqual([]);
    const same = changed((of) => {
      for (const each of sceneWith('choices', of, 'close').choices) each.goto = 'together';
    });
    expect(analyse(same).facts?.idleDecisions).toEqual(['close']);
  });

  test('name a decision in which some learners have one choice only', () => {
    expect(analyse(nightCall()).facts?.forcedDecisions).toEqual([]);
    const forced = changed((of) => {
      choiceOf(of, 'close', 'leave').when = { flag: 'waited' };
    });
    expect(analyse(forced).facts?.forcedDecisions).toEqual(['close']);
  });
});

describe('The proportions of a case', () => {
  test('are reported beside what is aimed at, and are no faults', () => {
    const of = nightCall();
    const { facts } = analyse(of);
    expect(facts && proportions(of, facts)).toEqual([
      { measure: 'scenes', value: 8, least: 10, most: 25, isWithin: false },
      { measure: 'fewestDecisions', value: 2, least: 3, most: 6, isWithin: false },
      { measure: 'decisions', value: 3, least: 3, most: 6, isWithin: true },
      { measure: 'endings', value: 3, least: 3, isWithin: true },
      { measure: 'conditions', value: 6, least: 1, isWithin: true },
      { measure: 'delayedCosts', value: 0, least: 1, isWithin: false },
      { measure: 'repairs', value: 0, least: 1, isWithin: false },
      { measure: 'minutes', value: 1, least: 8, most: 15, isWithin: false },
    ]);
  });

  test('a cost is delayed when the first trace of it is two scenes later or more', () => {
    const late: Condition = { flag: 'late' };
    const costs = (...scenes: [second: Scene, third: Scene]) =>
      delayedCosts(
        caseGraph(
          scenario(
            'first',
            {
              first: decision('first', [
                choice('act', 'sound', 'second', { sets: ['late'] }),
                choice('wait', 'harmful', 'second', { sets: ['late'] }),
                choice('leave', 'harmful', 'second'),
              ]),
              second: scenes[0],
              third: scenes[1],
              fourth: decision('fourth', [choice('end', 'sound', 'good')]),
              good: ending('best'),
            },
            ['late'],
          ),
        ),
      );
    const on = passage('on', 'third');
    const then = passage('then', 'fourth');
    const told = (heading: string, goto: string) => passage(heading, goto, [late]);
    // Nothing depends on it; it is told at once; it is told two scenes later.
    expect(costs(on, then)).toEqual([]);
    expect(costs(told('on', 'third'), told('then', 'fourth'))).toEqual([]);
    expect(costs(on, told('then', 'fourth'))).toEqual(['first.wait']);
    // A branch shows in the scene to which it leads.
    const branch = [{ when: late, goto: 'third' }, { goto: 'fourth' }];
    expect(costs(passage('on', branch), then)).toEqual(['first.wait']);
    expect(
      costs(on, decision('then', [choice('go', 'sound', 'fourth', { when: { not: late } })])),
    ).toEqual(['first.wait']);
  });
});

describe('Every authored case is proved (P51)', () => {
  test('and there is at least one', () => {
    expect(authoredScenarios).not.toEqual([]);
  });

  test.for(authoredScenarios)(
    '$file has no fault, and its best run is sound from start to end',
    ({ file, scenario }) => {
      const { faults, facts } = analyse(scenario, file);
      expect(faults).toEqual([]);
      const structure = caseGraph(scenario);
      const { at, lost } = replay(caseMachine(structure), facts?.best.steps ?? []);
      expect([lost, outcome(onward(at))]).toEqual([0, 'best']);
      expect(facts?.best.score).toBe(1);
    },
  );

  test.for(authoredScenarios)(
    '$file has the proportions of a case: scenes, decisions, endings, conditions, delayed costs, repairs, minutes',
    ({ file, scenario }) => {
      const { facts } = analyse(scenario, file);
      const measures = facts ? proportions(scenario, facts) : [];
      expect(measures).toHaveLength(8);
      expect(measures.filter(({ isWithin }) => !isWithin)).toEqual([]);
    },
  );
});
