import { checksum } from '../../codec/checksum.ts';
import type { Course, Module } from '../../course/course.ts';
import { optionOrder } from '../../questions/draw.ts';
import type { Question } from '../../questions/question.ts';

/** A question with letters, as everybody in a room gets it. Texts are inline Markdown. */
export interface SetQuestion {
  readonly id: string;
  /** Objective by which results are added up; the same in both forms. */
  readonly objective: string;
  readonly stem: string;
  /** In the order of their letters. */
  readonly options: readonly string[];
  /** Place of the right option; absent where an opinion is asked. */
  readonly right?: number;
}

/** One fixed list of questions. */
export interface QuestionSet {
  /** Id, such as `pre-arrest-a`. */
  readonly id: string;
  readonly questions: readonly SetQuestion[];
}

/** Two forms that ask for the same objectives in the same order, by different questions. */
export interface ParallelForms {
  readonly a: QuestionSet;
  readonly b: QuestionSet;
}

type Choice = Extract<Question, { kind: 'single' }>;

/** Each set has the options of a question in the same order: that of the key. */
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

/** For each objective of a module its first two questions of the bank, in the order of the objectives. */
const pairsOf = (module: Module): [Choice, Choice][] =>
  module.objectives.flatMap(({ id }) => {
    const [first, second] = choices(module, 'bank').filter(({ objective }) => objective === id);
    return first && second ? [[first, second]] : [];
  });

/** Pairs as two forms; every other pair changes sides, so that neither form has all that was written first. */
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

/** The forms of a module: a question for each of its objectives in each. */
export const moduleForms = (module: Module): ParallelForms => formsOf(module.id, pairsOf(module));

/** The forms of the whole course: of each module the objective that has the most questions to choose from. */
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

/** Questions for a vote in the room: those of the lessons, which the forms do not use. */
export const roomSet = (module: Module): QuestionSet => ({
  id: `${module.id}-room`,
  questions: choices(module, 'lesson').slice(0, 10).map(setQuestion),
});

/** Four letters that stand on the board: whoever sees others has other questions before them. */
export function boardCode({ id, questions }: QuestionSet): string {
  let rest = checksum(`${id} ${JSON.stringify(questions)}`, 30);
  // Without letters that look like others or stand for a choice.
  const signs = 'GHJKLMNPQRSTUVWXYZ';
  let code = '';
  for (let place = 0; place < 4; place++) {
    code += signs[rest % signs.length] ?? '';
    rest = Math.floor(rest / signs.length);
  }
  return code;
}
