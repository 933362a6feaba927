import { offered, sceneOf } from '../../../cases/moves.ts';
import type { CaseMachine } from '../../../cases/machine.ts';
import type { BookletWords } from '../../../cases/player/booklet-words.ts';
import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { standing } from '../play.ts';
import { leading, letters, tally } from '../tally.ts';
import { noVote, type Vote, type Way } from '../way.ts';

/** Callbacks by which the panel tells the room of votes and decisions. */
interface Heard {
  readonly vote: (vote: Vote) => void;
  readonly decide: (choice: string) => void;
}

/**
 * The panel in which the trainer types counts, tables' choices and reasons. The fields are rebuilt only for a new
 * decision, so that typing is not interrupted.
 */
export class VotePanel {
  readonly #page: HTMLElement;
  readonly #machine: CaseMachine;
  readonly #words: BookletWords;
  readonly #heard: Heard;
  #for = '';
  /** The current vote, including entries since the fields were built. */
  #vote: Vote = noVote;

  constructor(page: HTMLElement, machine: CaseMachine, words: BookletWords, heard: Heard) {
    this.#page = page;
    this.#machine = machine;
    this.#words = words;
    this.#heard = heard;
  }

  /** @param key identifies the decision; a different key rebuilds the fields */
  show(way: Way, key: string): void {
    const at = standing(this.#machine, way);
    const choices = way.isTold ? [] : offered(at).map(({ id }) => id);
    part(this.#page, 'panel').hidden = choices.length === 0;
    if (choices.length === 0) {
      this.#for = '';
      return;
    }
    const full = `${key} ${way.vote.tables.length}`;
    // A vote that was not typed here, such as one from a file, also requires new fields.
    if (this.#for !== full || this.#vote !== way.vote) {
      this.#for = full;
      this.#vote = way.vote;
      part(this.#page, 'hands').replaceChildren(
        ...choices.map((choice, place) => this.#row(way, sceneOf(at), choice, place)),
      );
      part(this.#page, 'tables').replaceChildren(
        ...way.vote.tables.map((_, table) => this.#table(way, choices, table)),
      );
    }
    this.#showDecide(way, choices);
  }

  #row(way: Way, scene: string, choice: string, place: number): Node {
    const row = copy(this.#page, 'hand-row');
    const letter = letters[place] ?? '';
    part(row, 'letter').textContent = letter;
    part(row, 'label').textContent = this.#words.label(scene, choice);
    const hands = part(row, 'count') as HTMLInputElement;
    hands.value = String(way.vote.hands[choice] ?? '');
    hands.setAttribute('aria-label', interpolate(hands.dataset['words'], { letter }));
    hands.addEventListener('input', () => {
      const count = Math.min(9999, Math.max(0, Math.floor(Number(hands.value)) || 0));
      this.#say({ ...this.#vote, hands: { ...this.#vote.hands, [choice]: count } });
    });
    const reason = part(row, 'reason') as HTMLInputElement;
    reason.value = way.vote.reasons[choice] ?? '';
    reason.setAttribute('aria-label', interpolate(reason.dataset['words'], { letter }));
    reason.addEventListener('input', () => {
      this.#say({
        ...this.#vote,
        reasons: { ...this.#vote.reasons, [choice]: reason.value.slice(0, 2000) },
      });
    });
    return row;
  }

  #table(way: Way, choices: readonly string[], table: number): Node {
    const row = copy(this.#page, 'table-row');
    const name = part(row, 'name') as HTMLInputElement;
    const chosen = part(row, 'chosen') as HTMLSelectElement;
    const number = table + 1;
    for (const field of [name, chosen])
      field.setAttribute('aria-label', interpolate(field.dataset['words'], { number }));
    name.value = way.vote.tables[table]?.name ?? '';
    for (const [place, choice] of choices.entries())
      chosen.append(new Option(letters[place] ?? '', choice));
    chosen.value = way.vote.tables[table]?.choice ?? '';
    const put = () => {
      const tables = this.#vote.tables.map((each, place) =>
        place === table ? { name: name.value.slice(0, 60), choice: chosen.value } : each,
      );
      this.#say({ ...this.#vote, tables });
    };
    name.addEventListener('input', put);
    chosen.addEventListener('change', put);
    part(row, 'remove').setAttribute(
      'aria-label',
      interpolate(part(row, 'remove').dataset['words'], { number }),
    );
    part(row, 'remove').addEventListener('click', () => {
      this.#say({
        ...this.#vote,
        tables: this.#vote.tables.filter((_, place) => place !== table),
      });
      part(this.#page, 'add-table').focus();
    });
    return row;
  }

  #say(vote: Vote) {
    this.#vote = vote;
    this.#heard.vote(vote);
  }

  /** Shows which choices lead, and a button for each choice with the leading ones emphasised; the trainer decides. */
  #showDecide(way: Way, choices: readonly string[]) {
    const first = leading(tally(way.vote, choices));
    const said = part(this.#page, 'standing');
    const letter = (choice: string) => letters[choices.indexOf(choice)] ?? '';
    said.textContent =
      first.length === 0
        ? (said.dataset['none'] ?? '')
        : first.length === 1
          ? interpolate(said.dataset['one'], { letter: letter(first[0] ?? '') })
          : interpolate(said.dataset['level'], { letters: first.map(letter).join(', ') });
    const place = part(this.#page, 'decide');
    if (place.childElementCount !== choices.length || place.dataset['for'] !== this.#for) {
      place.dataset['for'] = this.#for;
      place.replaceChildren(
        ...choices.map((choice) => {
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = interpolate(place.dataset['words'], { letter: letter(choice) });
          button.addEventListener('click', () => this.#heard.decide(choice));
          return button;
        }),
      );
    }
    for (const [index, button] of [...place.children].entries())
      button.classList.toggle('quiet', !first.includes(choices[index] ?? ''));
  }
}

function copy(page: HTMLElement, name: string): HTMLElement {
  const template = part(page, name) as HTMLTemplateElement;
  const [row] = (template.content.cloneNode(true) as DocumentFragment).children;
  return row as HTMLElement;
}
