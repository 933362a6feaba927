import type { Remark } from './question-form.ts';

/** A remark as a paragraph below what it is about. */
export function remarkLine({ isRight, verdict, feedback }: Remark): HTMLElement {
  const line = document.createElement('p');
  line.className = isRight ? 'feedback' : 'feedback no';
  const strong = document.createElement('strong');
  strong.textContent = verdict.replace(/\.?$/, '. ');
  const words = document.createElement('span');
  words.innerHTML = feedback;
  line.append(strong, words);
  return line;
}
