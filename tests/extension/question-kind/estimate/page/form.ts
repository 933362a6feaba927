import { grade } from '../../../../../src/questions/grade.ts';
import { keyWord } from '../../../../../src/questions/page/key.ts';
import { defineForm } from '../../../../../src/questions/page/question-form.ts';

defineForm('estimate', {
  response: (values, form) => ('changed' in form.dataset ? values : []),
  remarks(key, response, isRevealed) {
    const isRight = grade(key, response) === 1;
    return [
      {
        id: '',
        isRight,
        verdict: keyWord(isRight ? 'right' : 'wrong'),
        feedback: isRight || isRevealed ? key.explanation : '',
      },
    ];
  },
});
