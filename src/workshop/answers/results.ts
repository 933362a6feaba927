import type { Answered } from './answer-line.ts';
import {
  type Estimate,
  fewestPeople,
  meanGain,
  type RightOf,
  shareDifference,
  shareGain,
} from './gain.ts';
import type { QuestionSet } from './question-set.ts';

/** Result of a question: the number of people who chose each option, and of those who did not answer. */
export interface QuestionResult {
  readonly question: string;
  readonly chosen: readonly number[];
  readonly none: number;
  /** Share of right answers; absent for an opinion, or if nobody answered. */
  readonly right?: number;
}

/**
 * Results of each question of a set.
 * @param hands raised hands by question and option, added to the answers on sheets
 */
export const questionResults = (
  { questions }: Pick<QuestionSet, 'questions'>,
  answered: readonly Pick<Answered, 'answers'>[],
  hands: Readonly<Record<string, readonly number[]>> = {},
): QuestionResult[] =>
  questions.map(({ id, options, right }, place) => {
    const chosen = options.map(
      (_, option) =>
        answered.filter(({ answers }) => answers[place] === option).length +
        (hands[id]?.[option] ?? 0),
    );
    const none = answered.filter(({ answers }) => answers[place] === -1).length;
    const all = chosen.reduce((sum, each) => sum + each, 0) + none;
    return {
      question: id,
      chosen,
      none,
      ...(right !== undefined && all > 0 && { right: (chosen[right] ?? 0) / all }),
    };
  });

/** Shares of right answers by objective; all questions have the same weight. */
export function objectiveResults(
  { questions }: Pick<QuestionSet, 'questions'>,
  results: readonly QuestionResult[],
): { readonly objective: string; readonly right: number }[] {
  const objectives = [...new Set(questions.map(({ objective }) => objective))];
  return objectives.flatMap((objective) => {
    const shares = questions.flatMap((question, place) =>
      question.objective === objective ? (results[place]?.right ?? []) : [],
    );
    if (shares.length === 0) return [];
    return [{ objective, right: shares.reduce((sum, each) => sum + each, 0) / shares.length }];
  });
}

/** Answers to one question before and afterwards, by different people, because nobody gets a question twice. */
export interface QuestionGain {
  readonly before: RightOf;
  readonly after: RightOf;
  /** Gain; absent if one of the two groups is too small to be shown. */
  readonly gain?: Estimate;
}

/**
 * The gain in each question of a form, between the people who had the form before and those who had it afterwards.
 * @param form index of the set among the forms
 */
export const questionGains = (
  { questions }: Pick<QuestionSet, 'questions'>,
  form: number,
  before: readonly Answered[],
  after: readonly Answered[],
): QuestionGain[] =>
  questions.map((question, place) => {
    const rightOf = (answered: readonly Answered[]): RightOf => {
      const formAnswers = answered.filter((each) => each.form === form);
      const right = formAnswers.filter(({ answers }) => answers[place] === question.right).length;
      return { right, all: formAnswers.length };
    };
    const [one, other] = [rightOf(before), rightOf(after)];
    const isEnough = Math.min(one.all, other.all) >= fewestPeople;
    return {
      before: one,
      after: other,
      ...(isEnough && { gain: shareDifference(one, other) }),
    };
  });

/** The gain in one objective, with the two shares whose difference it is. */
export interface PlaceGain extends Estimate {
  readonly before: number;
  readonly after: number;
}

/** Gain of a group between two parallel forms. */
export interface GroupGain {
  /** Number of people with both sheets. */
  readonly pairs: number;
  /** People with only one sheet. */
  readonly alone: readonly string[];
  /** Gain in the share of right answers, -1 to 1. */
  readonly total?: Estimate | undefined;
  /** Gains by position in the forms; empty if the group is too small for results by objective. */
  readonly places: readonly PlaceGain[];
}

/**
 * The gain of people who answered before and after; each may have begun with either form.
 * @param sets the forms, as `Answered.form` counts them; they ask for the same objectives in the same order
 */
export function groupGain(
  sets: readonly Pick<QuestionSet, 'questions'>[],
  before: readonly Answered[],
  after: readonly Answered[],
): GroupGain {
  const named = (list: readonly Answered[]) =>
    new Map(
      list.filter(({ person }) => person !== '').map((each) => [each.person.toLowerCase(), each]),
    );
  const [first, second] = [named(before), named(after)];
  const pairs = [...first].flatMap(([person, one]) => {
    const other = second.get(person);
    return other ? [[one, other] as const] : [];
  });
  const isRight = ({ form, answers }: Answered, place: number) =>
    answers[place] === sets[form]?.questions[place]?.right;
  const count = sets[0]?.questions.length ?? 0;
  const places = Array.from({ length: count }, (_, place) => place);
  const share = (each: Answered) => places.filter((place) => isRight(each, place)).length / count;
  return {
    pairs: pairs.length,
    alone: [...first, ...second]
      .filter(([person]) => !first.has(person) || !second.has(person))
      .map(([, { person }]) => person),
    total:
      count === 0 ? undefined : meanGain(pairs.map(([one, other]) => share(other) - share(one))),
    places:
      pairs.length < fewestPeople
        ? []
        : places.map((place) => {
            const both = pairs.map(
              ([one, other]) => [isRight(one, place), isRight(other, place)] as const,
            );
            const right = (time: 0 | 1) => both.filter((each) => each[time]).length / both.length;
            return { ...shareGain(both), before: right(0), after: right(1) };
          }),
  };
}
