import { interpolate } from '../../site/interpolate.ts';
import { keyWord } from './key.ts';
import type { QuestionForm } from './question-form.ts';

/** Remarks on items: the feedback on an item explains its target, and so waits until that may be told. */
export const pairRemarks: QuestionForm['remarks'] = ({ lines, correct }, response, isRevealed) =>
  lines.map(({ id, words, feedback }, item) => {
    if (response[item] === correct[item])
      return { id, isRight: true, verdict: keyWord('right'), feedback };
    const wrong = { id, isRight: false, verdict: keyWord('wrong'), feedback: '' };
    return isRevealed
      ? { ...wrong, instead: interpolate(keyWord('instead'), { answer: words }), feedback }
      : wrong;
  });
