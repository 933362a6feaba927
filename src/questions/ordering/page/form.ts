import { interpolate } from '../../../site/interpolate.ts';
import { grade } from '../../grade.ts';
import { keyWord } from '../../page/key.ts';
import { defineForm } from '../../page/question-form.ts';

defineForm('ordering', {
  response: (values, form) => ('changed' in form.dataset ? values : []),
  press: (target) => {
    const button = target.closest<HTMLElement>('[data-move]');
    return button ? moved(button) : undefined;
  },
  remarks(key, response, isRevealed) {
    const isRight = grade(key, response) === 1;
    const inPlace = response.filter((id, place) => id === key.correct[place]).length;
    return [
      {
        id: '',
        isRight,
        verdict: keyWord(isRight ? 'right' : 'wrong'),
        feedback:
          isRight || isRevealed
            ? key.explanation
            : interpolate(keyWord('inPlace'), { count: inPlace, total: response.length }),
      },
    ];
  },
});

/** Moves the step of a button by one place. @returns where it is now, in words */
function moved(button: HTMLElement): string {
  const step = button.closest('li');
  const list = step?.parentElement;
  if (!step || !list) return '';
  // Moves the neighbour instead of the step, so that the button keeps the focus.
  const { previousElementSibling: before, nextElementSibling: after } = step;
  if (button.dataset['move'] === 'up') {
    if (before) step.after(before);
  } else if (after) step.before(after);
  return interpolate(keyWord('moved'), {
    number: [...list.children].indexOf(step) + 1,
    total: list.children.length,
    step: step.querySelector('span')?.textContent ?? '',
  });
}
