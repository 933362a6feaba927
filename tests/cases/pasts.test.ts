import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/cases/analysis.ts';
import type { Choice } from '../../src/cases/format.ts';
import { scenarioSchema } from '../../src/cases/format.ts';
import { caseGraph } from '../../src/cases/graph.ts';
import { score } from '../../src/cases/score.ts';
import { choice, decision } from '../fixtures/scenarios/build.ts';
import { changed, choiceOf, nightCall, sceneWith } from '../fixtures/scenarios/night-call.ts';

const messages = (...change: Parameters<typeof changed>) =>
  analyse(changed(...change)).faults.map(({ field, message }) => `${field}: ${message}`);

describe('What a scene assumes', () => {
  test('is no fault where it holds on every path', () => {
    expect(
      messages((of) => {
        sceneWith('choices', of, 'talk').assumes = { indicator: 'trust', atLeast: 4 };
      }),
    ).toEqual([]);
  });

  test('is a fault with the way to it where a path reaches the scene otherwise', () => {
    expect(
      messages((of) => {
        sceneWith('choices', of, 'talk').assumes = { flag: 'waited' };
      }),
    ).toEqual(['scenes.talk.assumes: What the scene assumes does not hold after call.go.']);
  });

  test('must name flags that exist', () => {
    expect(
      messages((of) => {
        sceneWith('choices', of, 'talk').assumes = { flag: 'slept' };
      }),
    ).toEqual(['scenes.talk.assumes: No flag is called "slept".']);
  });
});

describe('Scenes read with different pasts', () => {
  const mixed = (...change: Parameters<typeof changed>) =>
    analyse(changed(...change)).facts?.mixedPasts;

  test('are listed with the flags that are set on some paths only', () => {
    expect(mixed(() => undefined)).toContainEqual({ scene: 'talk', flags: ['waited'] });
  });

  test('are not listed for what a paragraph or an assumption reads', () => {
    const scenes = (mixed(() => undefined) ?? []).map(({ scene }) => scene);
    expect(scenes).not.toContain('door');
    expect(
      mixed((of) => {
        sceneWith('choices', of, 'talk').assumes = {
          any: [{ flag: 'waited' }, { not: { flag: 'waited' } }],
        };
      })?.map(({ scene }) => scene),
    ).not.toContain('talk');
  });
});

describe('A question asked before deciding', () => {
  const asks = (...questions: Choice[]) =>
    changed((of) => {
      of.start = 'ask';
      of.scenes['ask'] = decision('ask', questions);
    });
  const withQuestion = asks(
    choice('ask-her', 'neutral', 'call', { sets: ['waited'] }),
    choice('ask-him', 'neutral', 'call'),
  );

  test('closes no best ending and counts as no decision', () => {
    const { faults, facts } = analyse(withQuestion);
    expect(faults).toEqual([]);
    expect(facts?.decisions).toMatchObject({
      shortest: analyse(nightCall()).facts?.decisions.shortest,
      longest: analyse(nightCall()).facts?.decisions.longest,
    });
    expect(facts?.best.score).toBe(1);
  });

  test('is not scored', () => {
    const graph = caseGraph(withQuestion);
    expect(score(graph, ['ask.ask-her'])).toBeUndefined();
    expect(score(graph, ['ask.ask-her', 'call.phone'])).toBe(0.5);
  });

  test('needs no reason and no source; a decision needs both', () => {
    const bare = { id: 'ask', label: 'You ask.', consequence: 'She answers.', goto: 'lost' };
    const fieldsMissing = (judgement: string) => {
      const of = changed(() => undefined);
      const choices = [{ ...bare, judgement }, choiceOf(of, 'close', 'leave')];
      const call = { ...of.scenes['call'], choices };
      const { error } = scenarioSchema.safeParse({ ...of, scenes: { ...of.scenes, call } });
      return error?.issues.map(({ message }) => message) ?? [];
    };
    expect(fieldsMissing('neutral')).toEqual([]);
    expect(fieldsMissing('sound')).not.toEqual([]);
  });
});

describe('A mistake that can be repaired', () => {
  test('is a harmful choice after which a best ending is still open without further harm', () => {
    expect(analyse(nightCall()).facts?.repairs).toEqual([]);
    const { facts } = analyse(
      changed((of) => {
        choiceOf(of, 'call', 'ignore').effects = { health: -1 };
      }),
    );
    expect(facts?.repairs).toEqual(['call.ignore']);
  });
});
