import { stages } from '../../course/content-schemas.ts';
import type { Translate } from '../../course/interface.ts';
import type { Question } from '../question.ts';

/** One line of the key: an option, an item or a step, in the authored order. */
interface AnswerLine {
  readonly id: string;
  /** What is said of it, or what belongs to it; without the full stop. */
  readonly answer: string;
  readonly isRight: boolean;
  /** What belongs to an item. */
  readonly target?: string;
  readonly feedback?: string;
}

const unstopped = (text: string) => text.replace(/\.$/, '');

/** The lines of the key to a question. Those of a numeric one are `right`, `low` and `high`. */
export function answerLines(question: Question, t: Translate): AnswerLine[] {
  switch (question.kind) {
    case 'single':
    case 'several':
      return question.options.map(({ id, right, feedback }) => ({
        id,
        answer: t(right ? 'lesson.right' : 'lesson.wrong'),
        isRight: right,
        feedback,
      }));
    case 'matching': {
      const words = new Map(question.targets.map(({ id, text }) => [id, unstopped(text)]));
      return question.items.map(({ id, target, feedback }) => ({
        id,
        answer: words.get(target) ?? '',
        isRight: true,
        target,
        feedback,
      }));
    }
    case 'continuum': {
      const words = new Map<string, string>(stages.map((stage) => [stage, t(`stage.${stage}`)]));
      return question.items.map(({ id, stage, feedback }) => ({
        id,
        answer: words.get(stage) ?? '',
        isRight: true,
        target: stage,
        feedback,
      }));
    }
    case 'ordering':
      return question.steps.map(({ id, text }) => ({ id, answer: unstopped(text), isRight: true }));
    case 'numeric':
      return (['right', 'low', 'high'] as const).map((id) => ({
        id,
        answer: t(id === 'right' ? 'lesson.right' : `question.${id}`),
        isRight: id === 'right',
        feedback: question.feedback[id],
      }));
  }
}
