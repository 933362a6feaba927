import { mark } from '../grade.ts';
import { fill } from '../../site/fill.ts';
import { keyPart, keyTo, keyWord } from './key.ts';

/** What is said of a part of a response, or of a part that it lacks. */
export interface Remark {
  /** Id of the option or item; empty where it is about the whole. */
  readonly id: string;
  readonly isRight: boolean;
  /** The word that judges it, such as "Right". */
  readonly said: string;
  /** HTML. */
  readonly feedback: string;
}

/** What the key has to say of a response, in the authored order. */
export function remarksOn(form: HTMLElement, response: readonly string[]): Remark[] {
  const key = keyTo(form);
  const { lines } = key;
  const isRight = mark(key, response) === 1;
  const whole = (said: string, feedback = ''): Remark[] => [{ id: '', isRight, said, feedback }];
  switch (key.kind) {
    case 'matching':
    case 'continuum':
      return lines.map(({ id, target, answer, feedback }, item) =>
        response[item] === target
          ? { id, isRight: true, said: keyWord('right'), feedback }
          : { id, isRight: false, said: fill(keyWord('instead'), { answer }), feedback },
      );
    case 'ordering':
      return whole(
        keyWord(isRight ? 'right' : 'wrong'),
        keyPart(form)?.querySelector('.whole')?.innerHTML,
      );
    case 'numeric': {
      const is = isRight ? 'right' : Number(response[0]) < key.answer ? 'low' : 'high';
      const line = lines.find(({ id }) => id === is);
      return whole(line?.answer ?? '', line?.feedback);
    }
    default:
      return lines.flatMap(({ id, right, feedback }) => {
        const isTaken = response.includes(id);
        const said = right ? (isTaken ? 'right' : 'missed') : 'wrong';
        return right || isTaken ? [{ id, isRight: right, said: keyWord(said), feedback }] : [];
      });
  }
}

/** The steps of an ordering question in the right order, as the key has them; else nothing. */
export const rightOrder = (form: HTMLElement): Element[] =>
  Array.from(keyPart(form)?.querySelectorAll('.true-order') ?? [], (list) => {
    const copy = list.cloneNode(true) as Element;
    copy.classList.add('feedback');
    return copy;
  });

/** A remark as it stands below what it is about. */
export function remarkLine({ isRight, said, feedback }: Remark): HTMLElement {
  const line = document.createElement('p');
  line.className = isRight ? 'feedback' : 'feedback no';
  const word = document.createElement('strong');
  word.textContent = said.replace(/\.?$/, '. ');
  const words = document.createElement('span');
  words.innerHTML = feedback;
  line.append(word, words);
  return line;
}
