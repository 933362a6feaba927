import { checksum } from '../../codec/checksum.ts';
import type { Course, Module } from '../../course/course.ts';
import { optionOrder } from '../../questions/draw.ts';
import type { Question } from '../../questions/question.ts';

/** A question with lettered options, the same for everybody in a room. Texts are inline Markdown. */
export interface SetQuestion {
  readonly id: string;
  /** Objective by which results are summed; the same in both forms. */
  readonly objective: string;
  readonly stem: string;
  /** In the order of their letters. */
  readonly options: readonly string[];
  /** Index of the right option; absent if the question asks for an opinion. */
  readonly right?: number;
}

/** One fixed list of questions. */
export interface QuestionSet {
  /** Id, such as `pre-arrest-a`. */
  readonly id: string;
  readonly questions: readonly SetQuestion[];
}

/** Two forms that test the same objectives in the same order with different questions. */
export interface ParallelForms {
  readonly a: QuestionSet;
  readonly b: QuestionSet;
}

type Choice = Extract<Question, { kind: 'single' }>;

/** Seed of the order of options, fixed because the key has the same order. */
const fixedSeed = 1;

function setQuestion({ id, objective, stem, options, ordered }: Choice): SetQuestion {
  const authored = options.map((option) => option.id);
  const order = ordered ? authored : optionOrder(id, authored, fixedSeed);
  const shown = order.flatMap((name) => options.filter((option) => option.id === name));
  return {
    ...{ id, objective, stem },
    options: shown.map(({ text }) => text),
    right: shown.findIndex(({ right }) => right),
  };
}

const choices = ({ questions }: Module, use: Question['use']): Choice[] =>
  questions.filter(
    (question): question is Choice => question.kind === 'single' && question.use === use,
  );

/** The first two questions in the bank for each objective of a module, in the order of the objectives. */
const pairsOf = (module: Module): [Choice, Choice][] =>
  module.objectives.flatMap(({ id }) => {
    const [first, second] = choices(module, 'bank').filter(({ objective }) => objective === id);
    return first && second ? [[first, second]] : [];
  });

/** Makes two forms of pairs. Every other pair is swapped, so that no form has all questions written first. */
function formsOf(id: string, pairs: readonly [Choice, Choice][]): ParallelForms {
  const side = (form: 0 | 1) => ({
    id: `${id}-${form === 0 ? 'a' : 'b'}`,
    questions: pairs.flatMap((pair, place) => {
      const question = pair[(form + place) % 2];
      return question ? [setQuestion(question)] : [];
    }),
  });
  return { a: side(0), b: side(1) };
}

/** The forms of a module, each with one question for each of its objectives. */
export const moduleForms = (module: Module): ParallelForms => formsOf(module.id, pairsOf(module));

/** The forms of the whole course, with the objective of each module that has the most questions. */
export const courseForms = ({ modules }: Course): ParallelForms =>
  formsOf(
    'course',
    modules.flatMap((module) => {
      const count = (objective: string) =>
        choices(module, 'bank').filter((question) => question.objective === objective).length;
      const [most] = pairsOf(module).toSorted(
        ([one], [other]) => count(other.objective) - count(one.objective),
      );
      return most ? [most] : [];
    }),
  );

/** Questions for a vote in the room: practice questions of the lessons, which the forms do not use. */
export const roomSet = (module: Module): QuestionSet => ({
  id: `${module.id}-room`,
  questions: choices(module, 'lesson').slice(0, 10).map(setQuestion),
});

/** Four letters for the board, by which people can see whether their telephone has the same questions. */
export function boardCode({ id, questions }: QuestionSet): string {
  let rest = checksum(`${id} ${JSON.stringify(questions)}`, 30);
  // Excludes letters that look like others and those that stand for a choice.
  const signs = 'GHJKLMNPQRSTUVWXYZ';
  let code = '';
  for (let place = 0; place < 4; place++) {
    code += signs[rest % signs.length] ?? '';
    rest = Math.floor(rest / signs.length);
  }
  return code;
}
