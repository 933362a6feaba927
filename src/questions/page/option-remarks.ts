import { keyWord } from './key.ts';
import type { QuestionForm } from './question-form.ts';

/** Remarks on options, each chosen one by itself; the right ones that were not chosen once they may be told. */
export const optionRemarks: QuestionForm['remarks'] = ({ lines, correct }, response, isRevealed) =>
  lines.flatMap(({ id, feedback }) => {
    const isRight = correct.includes(id);
    const isChosen = response.includes(id);
    if (!isChosen && !(isRight && isRevealed)) return [];
    const verdict = keyWord(isRight ? (isChosen ? 'right' : 'missed') : 'wrong');
    return [{ id, isRight, verdict, feedback }];
  });
