import type { Remark } from './question-form.ts';

/** A remark as a paragraph below what it is about. */
export function remarkLine({ isRight, verdict, instead = '', feedback }: Remark): HTMLElement {
  const line = document.createElement('p');
  line.className = isRight ? 'feedback' : 'feedback no';
  const strong = document.createElement('strong');
  strong.textContent = verdict.replace(/\.?$/, '. ');
  // Only the verdict has its colour: what would have been right is not wrong.
  const answer = document.createElement('b');
  answer.textContent = instead && `${instead} `;
  const words = document.createElement('span');
  words.innerHTML = feedback;
  line.append(strong, answer, words);
  return line;
}
