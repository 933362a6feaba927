import type { Step } from '../../progress/attempt.ts';
import type { Plot } from '../plot.ts';
import { begin, choose, offered, type Place, proceed } from '../walk.ts';

/**
 * Every place of a run in order, passages included: from the start to where the last step led.
 * A step that the case does not offer ends the trail.
 */
export function trail(plot: Plot, steps: readonly Step[]): Place[] {
  const places = [begin(plot)];
  const here = () => places[places.length - 1] as Place;
  for (const step of steps) {
    pressOn(plot, places);
    const at = here();
    const choice = offered(plot, at).find(({ id }) => step === `${at.scene}.${id}`);
    const next = choice && choose(plot, at, choice.id);
    if (!next) return places;
    places.push(next);
  }
  return places;
}

/** The trail of a run that is over, the passages before the ending and the ending included. */
export function wholeTrail(plot: Plot, steps: readonly Step[]): Place[] {
  const places = trail(plot, steps);
  pressOn(plot, places);
  return places;
}

/** Adds the places to which "continue" leads, up to the next decision or the ending. */
function pressOn(plot: Plot, places: Place[]): void {
  const from = places[places.length - 1];
  for (let next = from && proceed(plot, from); next; next = proceed(plot, next)) places.push(next);
}
