import { describe, expect, test } from 'vitest';
import { type Scenario } from '../../src/cases/format.ts';
import { analyse } from '../../src/cases/analysis.ts';
import { ending, paragraph, passage } from '../fixtures/scenarios/build.ts';
import { changed, choiceOf, indicatorOf, sceneWith } from '../fixtures/scenarios/night-call.ts';

const lines = (of: Scenario) =>
  analyse(of).faults.map(({ field, message, suggestion }) => `${field}: ${message} ${suggestion}`);

/** A change of a case: its name, how it is made, and every line that an author must then read. */
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
      'scenes.worse.goto.1: The branch to "talk" is never taken. Correct its condition or those before it, or delete the branch.',
      'scenes.close.choices.0.goto.1: The branch to "apart" is never taken. Correct its condition or those before it, or delete the branch.',
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
      'scenes.talk.choices.2: The choice "apologise" is never offered: its condition never holds here. Correct the condition, or delete the choice.',
    ],
  ],
  [
    'a paragraph is never shown',
    (of) => void (sceneWith('goto', of, 'door').also = [paragraph({ flag: 'promised' })]),
    [
      'scenes.door.also.0: This paragraph is never shown: its condition never holds here. Correct the condition, or delete the paragraph.',
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
      'scenes.door.goto.2: The branch to "worse" is never taken. Correct its condition or those before it, or delete the branch.',
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
      'scenes.door.goto.0: The branch to "worse" is never taken. Correct its condition or those before it, or delete the branch.',
      'scenes.worse: The scene "worse" is never reached: the conditions on the way to it never hold. Correct the conditions of the gotos that lead to it.',
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
      'scenes.close.choices.0.goto.0: The branch to "together" is never taken. Correct its condition or those before it, or delete the branch.',
      'scenes.together: The ending "together" is never reached: the conditions on the way to it never hold. Correct the conditions of the gotos that lead to it.',
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
