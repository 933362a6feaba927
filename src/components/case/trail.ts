import type { Step } from '../../course/attempt.ts';
import type { Plot } from '../../scenario/plot.ts';
import { begin, choose, offered, type Place, proceed } from '../../scenario/walk.ts';

/**
 * Every place of a run in order, passages included: from the start to where the last step led.
 * A step that the case does not offer ends the trail.
 */
export function trail(plot: Plot, steps: readonly Step[]): Place[] {
  const places = [begin(plot)];
  const here = () => places[places.length - 1] as Place;
  const press = () => {
    for (let next = proceed(plot, here()); next; next = proceed(plot, here())) places.push(next);
  };
  for (const step of steps) {
    press();
    const at = here();
    const choice = offered(plot, at).find(({ id }) => step === `${at.scene}.${id}`);
    const next = choice && choose(plot, at, choice.id);
    if (!next) return places;
    places.push(next);
  }
  return places;
}
