import {
  calibration,
  type Confidence,
  type ConfidenceMarks,
  marksOf,
  withMark,
} from '../confidence.ts';
import { fill, part } from '../../site/fill.ts';
import { recorder } from '../../progress/page/page-recorder.ts';
import { readMarks, writeMarks } from './kept-marks.ts';

/** The question how sure an answer is, which goes from form to form, and the note after the try. */
export class HowSure {
  readonly #player: HTMLElement;
  readonly #control: HTMLElement;
  #kept = readMarks() ?? {};

  constructor(player: HTMLElement) {
    this.#player = player;
    this.#control = part(player, 'how-sure');
  }

  /** Asks beside the button of a form; nothing is marked yet. */
  ask(form: HTMLFormElement): void {
    form.querySelector('button:not([type])')?.before(this.#control);
    this.#control.hidden = false;
    for (const input of this.#control.querySelectorAll('input')) input.checked = input.value === '';
  }

  /** Keeps what is marked beside the answer that was just given. */
  keep(seed: number, item: number): void {
    const given = this.#control.querySelector<HTMLInputElement>(':checked')?.value;
    const checks = Object.values(recorder.attempt.checks);
    this.#kept = withMark(
      // Another tab may have written, or removed, since; without storage the page remembers.
      readMarks() ?? this.#kept,
      seed,
      item,
      (given || undefined) as Confidence | undefined,
      checks.flatMap(({ open, last }) => [open, last].flatMap((each) => each?.seed ?? [])),
    );
    writeMarks(this.#kept);
  }

  marks(seed: number): ConfidenceMarks {
    return marksOf(this.#kept, seed);
  }

  /** Says after a try how the marks and the results fit, and which answers to reread first. */
  note(seed: number, rights: readonly (0 | 1)[]): void {
    const found = calibration(this.marks(seed), rights);
    const note = part(this.#player, 'calibration');
    note.hidden = found === undefined;
    if (found === undefined) return;
    for (const line of note.querySelectorAll<HTMLElement>('[data-level]')) {
      const { marked, right } = found.counts[line.dataset['level'] as Confidence];
      line.hidden = marked === 0;
      line.textContent = fill(line.dataset['words'], { marked, right });
    }
    part(note, 'sure-and-wrong').hidden = found.sureAndWrong.length === 0;
    const reviewed = part(this.#player, 'review').children;
    part(note, 'first').replaceChildren(
      ...found.sureAndWrong.flatMap((place) => {
        const about = reviewed[place];
        if (about === undefined) return [];
        about.id = `looked-at-${place + 1}`;
        const line = document.createElement('li');
        const link = document.createElement('a');
        link.href = `#${about.id}`;
        link.textContent = fill(note.dataset['question'], { number: place + 1 });
        line.append(link, ': ', part(about, 'reread').cloneNode(true));
        return line;
      }),
    );
  }
}
