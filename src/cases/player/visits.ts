import { isSamePlace, placeFrom, type Place } from '../place.ts';

/**
 * Adds a browser history entry for each scene of a case, so that Back returns to the previous scene (P55). Only
 * adds entries and never navigates: in an LMS frame the history is shared with other pages, and a scripted step
 * could leave the course.
 */
export class Visits {
  readonly #case: string;

  /** @param arrive receives the place of the entry reached by Back or Forward */
  constructor(id: string, arrive: (place: Place) => void) {
    this.#case = id;
    addEventListener('popstate', () => {
      const place = this.current;
      if (place) arrive(place);
    });
  }

  /** The place in the current history entry; after a reload, where the learner was. */
  get current(): Place | undefined {
    const { case: id, place } = (history.state ?? {}) as { case?: unknown; place?: unknown };
    return id === this.#case ? placeFrom(place) : undefined;
  }

  /** Adds an entry for a new scene: Back leads to the previous one. */
  add(place: Place): void {
    const { current } = this;
    if (!current || !isSamePlace(current, place)) this.#write('pushState', place);
  }

  /** Replaces the entry within the same scene: Back leads to the previous scene. */
  replace(place: Place): void {
    this.#write('replaceState', place);
  }

  #write(how: 'pushState' | 'replaceState', place: Place): void {
    try {
      history[how]({ case: this.#case, place }, '');
    } catch {
      // The browser allows no more entries, or none in this frame; the case continues without them.
    }
  }
}
