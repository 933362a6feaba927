import type { Condition, Goto, Judgement, Outcome, Scenario } from './format.ts';

/**
 * The structure of a case without its words, which is all its machine needs. Plain JSON; empty fields are
 * omitted, because the graph is part of the page of the case.
 */
export interface CaseGraph {
  /** Id of the first scene. */
  readonly start: string;
  /** Level of each indicator at the start, 0 to 10. */
  readonly indicators: Readonly<Record<string, number>>;
  readonly scenes: Readonly<Record<string, GraphScene>>;
}

export type GraphScene = GraphDecision | GraphPassage | GraphEnding;

/** Fields that every scene may have; a scene has exactly one of `choices`, `goto` and `outcome`. */
interface Telling {
  /** The conditions of the scene's `also` paragraphs, in authored order. */
  readonly also?: readonly Condition[];
  readonly choices?: readonly GraphChoice[];
  readonly goto?: Goto;
  readonly outcome?: Outcome;
}

/** A scene in which the learner decides. */
export interface GraphDecision extends Telling {
  readonly choices: readonly GraphChoice[];
  readonly goto?: never;
  readonly outcome?: never;
}

/** A scene that leads on without a decision. */
export interface GraphPassage extends Telling {
  readonly goto: Goto;
  readonly choices?: never;
  readonly outcome?: never;
}

export interface GraphEnding extends Telling {
  readonly outcome: Outcome;
  readonly choices?: never;
  readonly goto?: never;
}

export interface GraphChoice {
  readonly id: string;
  readonly judgement: Judgement;
  readonly effects?: Readonly<Record<string, number>>;
  readonly sets?: readonly string[];
  readonly when?: Condition;
  /** Judged after the effects and flags of this choice. */
  readonly goto: Goto;
}

/** The graph of a scenario: its structure in authored order, without a word for the reader. */
export function caseGraph({ start, indicators, scenes }: Scenario): CaseGraph {
  return {
    start,
    indicators: mapValues(indicators, (indicator) => indicator.start),
    scenes: mapValues(scenes, (scene): GraphScene => {
      const telling = scene.also.length > 0 ? { also: scene.also.map(({ when }) => when) } : {};
      if ('outcome' in scene) return { ...telling, outcome: scene.outcome };
      if ('goto' in scene) return { ...telling, goto: scene.goto };
      return { ...telling, choices: scene.choices.map(graphChoice) };
    }),
  };
}

type DecisionScene = Extract<Scenario['scenes'][string], { choices: unknown }>;

const graphChoice = ({
  id,
  judgement,
  effects,
  sets,
  when,
  goto,
}: DecisionScene['choices'][number]): GraphChoice => ({
  id,
  judgement,
  ...(Object.keys(effects).length > 0 && { effects }),
  ...(sets.length > 0 && { sets }),
  ...(when !== undefined && { when }),
  goto,
});

const mapValues = <From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

export type Branch = Extract<Goto, readonly unknown[]>[number];

/** One exit of a scene, with the path of its `goto` below the scene. */
export interface Lead {
  readonly field: string;
  /** Absent where the scene is a passage. */
  readonly choice?: GraphChoice;
  readonly branches: readonly (Branch & { readonly field: string })[];
}

/** All exits of a scene, whether or not their conditions can hold; none for an ending. */
export function leads({ goto, choices = [] }: GraphScene): readonly Lead[] {
  const passage = goto === undefined ? [] : [{ field: 'goto', branches: branches(goto, 'goto') }];
  const decision = choices.map((choice, index) => {
    const field = `choices.${index}.goto`;
    return { field, choice, branches: branches(choice.goto, field) };
  });
  return [...passage, ...decision];
}

/** The branches of a `goto`, in the order in which they are tried. */
const branches = (goto: Goto, field: string) =>
  typeof goto === 'string'
    ? [{ goto, field }]
    : goto.map((branch, index) => ({ ...branch, field: `${field}.${index}` }));
