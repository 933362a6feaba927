import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import type { Ended, EndingWords } from './ending-file.ts';
import { element } from '../../../site/element.ts';

/** Every ending of the case, a line each: how it turned out where it was seen, and else its name alone. */
export function endingsList({ player, graph, words, seen }: Ended, say: EndingWords): Element[] {
  const { dataset } = part(player, 'play');
  return Object.entries(graph.scenes).flatMap(([scene, { outcome }]) => {
    if (outcome === undefined) return [];
    const heading = words.heading(scene);
    return seen.has(scene)
      ? element('li', outcome, `${heading}: ${String(dataset[outcome])}`)
      : element('li', 'muted', interpolate(say.unseen, { heading }));
  });
}
