import type { Ended } from './ending-file.ts';

/** Lists the facts that each role of a case of two knew in this run and the other did not. */
export function onlyOneSideKnew({ player, words, file }: Ended, places: readonly string[]): void {
  for (const side of player.querySelectorAll<HTMLElement>('[data-side]')) {
    const isTheirs = (scene: string) => words.role(scene) === side.dataset['side'];
    const others = new Set(
      places.filter((scene) => !isTheirs(scene)).flatMap((scene) => words.known(scene)),
    );
    side.replaceChildren(
      ...file.facts(places.filter(isTheirs)).filter(({ textContent }) => !others.has(textContent)),
    );
  }
}
