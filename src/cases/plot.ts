import type { Condition, Goto, Judgement, Outcome, Scenario } from './format.ts';

/**
 * The structure of a case without its words: all that is needed to walk it. Plain JSON; what is
 * empty is left out, because the plot travels to the learner with the page of the case.
 */
export interface Plot {
  /** Id of the first scene. */
  readonly start: string;
  /** Level of each indicator at the start, 0 to 10. */
  readonly indicators: Readonly<Record<string, number>>;
  readonly scenes: Readonly<Record<string, PlotScene>>;
}

export type PlotScene = PlotDecision | PlotPassage | PlotEnding;

/** What every scene may have; a scene has exactly one of `choices`, `goto` and `outcome`. */
interface Telling {
  /** The conditions of the scene's `also` paragraphs, in authored order. */
  readonly also?: readonly Condition[];
  readonly choices?: readonly PlotChoice[];
  readonly goto?: Goto;
  readonly outcome?: Outcome;
}

/** A scene in which the learner decides. */
export interface PlotDecision extends Telling {
  readonly choices: readonly PlotChoice[];
  readonly goto?: never;
  readonly outcome?: never;
}

/** A scene that leads on without a decision. */
export interface PlotPassage extends Telling {
  readonly goto: Goto;
  readonly choices?: never;
  readonly outcome?: never;
}

export interface PlotEnding extends Telling {
  readonly outcome: Outcome;
  readonly choices?: never;
  readonly goto?: never;
}

export interface PlotChoice {
  readonly id: string;
  readonly judgement: Judgement;
  readonly effects?: Readonly<Record<string, number>>;
  readonly sets?: readonly string[];
  readonly when?: Condition;
  /** Judged after the effects and flags of this choice. */
  readonly goto: Goto;
}

/** The plot of a scenario: its structure in authored order, without a word for the reader. */
export function plot({ start, indicators, scenes }: Scenario): Plot {
  return {
    start,
    indicators: mapValues(indicators, (indicator) => indicator.start),
    scenes: mapValues(scenes, (scene): PlotScene => {
      const telling = scene.also.length > 0 ? { also: scene.also.map(({ when }) => when) } : {};
      if ('outcome' in scene) return { ...telling, outcome: scene.outcome };
      if ('goto' in scene) return { ...telling, goto: scene.goto };
      return { ...telling, choices: scene.choices.map(plotChoice) };
    }),
  };
}

type DecisionScene = Extract<Scenario['scenes'][string], { choices: unknown }>;

const plotChoice = ({
  id,
  judgement,
  effects,
  sets,
  when,
  goto,
}: DecisionScene['choices'][number]): PlotChoice => ({
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

/** One way out of a scene, with the path of its `goto` below the scene. */
export interface Lead {
  readonly field: string;
  /** Absent where the scene is a passage. */
  readonly choice?: PlotChoice;
  readonly branches: readonly (Branch & { readonly field: string })[];
}

/** Every way out of a scene, whether or not its conditions can hold; none out of an ending. */
export function leads({ goto, choices = [] }: PlotScene): readonly Lead[] {
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
