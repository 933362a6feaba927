import { isSamePlace, placeFrom, type Place } from '../place.ts';

/**
 * The scenes of a case in the history of the browser, an entry for each, so that its Back leads a scene back (P55).
 * Entries are only added, never walked from here: in the frame of an LMS the history is shared with pages that are
 * not ours, and a step taken there by a script might leave the course.
 */
export class Visits {
  readonly #case: string;

  /** @param arrive takes the place of the entry at which the learner arrives by Back or Forward */
  constructor(id: string, arrive: (place: Place) => void) {
    this.#case = id;
    addEventListener('popstate', () => {
      const place = this.current;
      if (place) arrive(place);
    });
  }

  /** The place of the entry the learner is at: after a reload, where he or she was. */
  get current(): Place | undefined {
    const { case: id, place } = (history.state ?? {}) as { case?: unknown; place?: unknown };
    return id === this.#case ? placeFrom(place) : undefined;
  }

  /** A scene of its own: Back leads to the one before. */
  add(place: Place): void {
    const { current } = this;
    if (!current || !isSamePlace(current, place)) this.#write('pushState', place);
  }

  /** The same scene goes on: Back leads to the one before it. */
  replace(place: Place): void {
    this.#write('replaceState', place);
  }

  #write(how: 'pushState' | 'replaceState', place: Place): void {
    try {
      history[how]({ case: this.#case, place }, '');
    } catch {
      // A browser that allows no more entries, or none in this frame: the case goes on without them.
    }
  }
}
