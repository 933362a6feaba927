import type { z } from 'zod';
import type { Translate } from '../course/interface.ts';
import type { ResponseType } from '../course/response-type.ts';

/** An option, an item, a step or a target. */
export interface Part {
  readonly id: string;
  readonly text: string;
}

/** A mistake in a question that its schema cannot detect. */
export interface Problem {
  /** Field of the question, such as `options.1.text`. */
  readonly field: string;
  readonly message: string;
  readonly suggestion: string;
}

/** The answer to a question and its explanation, as the answer key shows them. Texts are inline Markdown. */
export interface AnswerKey {
  /** The right answer, where no line gives it. */
  readonly answer?: string;
  /** Note beside `answer`. */
  readonly note?: string;
  /** Heading above the lines. */
  readonly heading?: string;
  /** Whether lines are numbered; otherwise they have the letters of the options. */
  readonly isNumbered?: boolean;
  /** Whether the lines give the right answer, so that they are shown to a learner who misses it twice. */
  readonly isAnswer?: boolean;
  readonly lines: readonly AnswerLine[];
  /** Explanation of the answer as a whole. */
  readonly explanation?: string;
}

/** One line of an answer key: about an option, an item or a step. */
export interface AnswerLine {
  readonly id: string;
  /** The verdict on an option, the target or stage of an item, or the text of a step; without a full stop. */
  readonly words: string;
  readonly feedback?: string;
}

type KindSchema = z.ZodType<{ readonly kind: string }>;

/** A kind of question, as the build needs it. Its form and its script are in the folder `page/` beside it. */
export interface QuestionKind<Schema extends KindSchema> {
  /** Schema of an entry of `questions.yaml`. */
  readonly schema: Schema;
  readonly response: ResponseType;
  /** Options, items or steps in authored order; none where a number is asked. */
  readonly parts: (question: z.output<Schema>) => readonly Part[];
  /** Targets that may be chosen for an item, in authored order; absent where parts are chosen themselves. */
  readonly targets?: (question: z.output<Schema>, t: Translate) => readonly Part[];
  /** The correct response, in the form in which `grade` compares it with a response. */
  readonly correct: (question: z.output<Schema>) => readonly string[];
  readonly key: (
    question: z.output<Schema>,
    t: Translate,
    number: (value: number) => string,
  ) => AnswerKey;
  readonly problems?: (question: z.output<Schema>) => readonly Problem[];
  /** Messages that the script of the form needs, by name: the key of the message and its places. */
  readonly scriptWords?: Readonly<Record<string, readonly [key: string, ...places: string[]]>>;
  /** Whether there is another instruction for paper: the message `question.<kind>-paper`. */
  readonly hasPaperInstruction?: boolean;
}

/** Infers the type of a question from its schema. */
export const defineKind = <Schema extends KindSchema>(
  kind: QuestionKind<Schema>,
): QuestionKind<Schema> => kind;

/** Text without its full stop, to be continued. */
export const withoutStop = (text: string): string => text.replace(/\.$/, '');
