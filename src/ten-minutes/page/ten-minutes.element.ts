import { calendarFile } from '../../course/calendar.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { saveFile } from '../../site/save-file.ts';
import { today } from '../../site/today.ts';
import { recorder } from '../../progress/page/page-recorder.ts';
import { type Card, cardsOf, dealt, inTurn, workingDays } from '../deal.ts';

/** A card with its place on the page. */
interface Shown extends Card {
  readonly line: HTMLElement;
}

const words = (text: string | undefined) => (text ?? '').split(' ').filter((word) => word !== '');

/** `<ten-minutes>`: deals of all lessons, decisions and lines on the page one of each, for today and the track. */
class TenMinutes extends HTMLElement {
  connectedCallback() {
    part(this, 'tools').hidden = false;
    part(this, 'calendar').addEventListener('click', () => this.#saveCalendar());
    this.#deal();
    recorder.subscribe(() => this.#deal());
  }

  /** The track that the learner or the platform has chosen; undefined when there is none. */
  get #chosen(): string | undefined {
    const chosen = recorder.fixedTrack ?? recorder.attempt.track ?? '';
    return words(this.dataset['tracks']).includes(chosen) ? chosen : undefined;
  }

  /** The effective track; by default the express track. */
  get #track(): string {
    return this.#chosen ?? String(this.dataset['express']);
  }

  #cards(kind: 'lesson' | 'case'): Shown[] {
    const { viewed, cases } = recorder.attempt;
    const lines = this.querySelectorAll<HTMLElement>(`[data-card="${kind}"]`);
    const all = Array.from(lines, (line): Shown => {
      const id = String(line.dataset['id']);
      return {
        id,
        line,
        tracks: words(line.dataset['on']),
        firstOf: words(line.dataset['firstOf']),
        isDone: kind === 'lesson' ? viewed.includes(id) : cases[id]?.finished === true,
      };
    });
    return cardsOf(all, this.#track);
  }

  #deal() {
    const now = today();
    const lines = [...this.querySelectorAll<HTMLElement>('[data-card="line"]')];
    const hand = [
      dealt(this.#cards('lesson'), now)?.line,
      dealt(this.#cards('case'), now)?.line,
      inTurn(lines, now),
    ];
    for (const card of this.querySelectorAll<HTMLElement>('[data-card]'))
      card.hidden = !hand.includes(card);
    const left = this.#cards('lesson').filter(({ isDone }) => !isDone).length;
    part(this, 'left').textContent = interpolate(
      this.dataset[this.#chosen === undefined ? 'leftExpress' : 'left'],
      { count: left },
    );
    part(this, 'calendar').hidden = left === 0;
  }

  #saveCalendar() {
    const { course = '' } = document.documentElement.dataset;
    const left = this.#cards('lesson').filter(({ isDone }) => !isDone);
    const events = workingDays(left, today(), 40).map(([day, { id, line }]) => ({
      uid: `ten-minutes-${id}@${course}.invalid`,
      title: interpolate(this.dataset['event'], {
        title: line.querySelector('a')?.textContent ?? '',
      }),
      text: String(this.dataset['eventText']),
      when: day,
      alarm: 9,
      isFree: true,
    }));
    const file = calendarFile(`-//${course}//ten-minutes//EN`, new Date(), events);
    saveFile('ten-minutes.ics', 'text/calendar', file);
  }
}

customElements.define('ten-minutes', TenMinutes);
