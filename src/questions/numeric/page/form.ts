import { rangePart } from '../../grade.ts';
import { defineForm } from '../../page/question-form.ts';
import { writtenNumber } from '../../written-number.ts';

defineForm('numeric', {
  response: (values) => [writtenNumber(values.join()) ?? ''],
  remarks({ lines, correct }, response) {
    const place = rangePart(correct, response);
    return lines
      .filter(({ id }) => id === place)
      .map(({ words, feedback }) => ({
        id: '',
        isRight: place === 'right',
        verdict: words,
        feedback,
      }));
  },
});
