import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import { meetCitations } from '../../../sources/page/meet-citations.ts';
import { decisionNumber } from '../../decisions.ts';
import { sceneOf } from '../../moves.ts';
import type { Ended, EndingWords, ShowEnding } from './ending-file.ts';
import { endingsList } from './endings-list.ts';
import { drawPath } from './path-map.ts';
import { pathList } from './path-list.ts';
import { onlyOneSideKnew } from './sides.ts';

/** Globals: the words that the build writes above this script, and the function that this script sets. */
interface EndingWindow {
  atiCaseEndingWords?: EndingWords;
  atiCaseEnding?: ShowEnding;
}

const page = window as EndingWindow;
const say = page.atiCaseEndingWords;

// Before the first decision a case cites nothing.
meetCitations();

if (say)
  page.atiCaseEnding = (ended: Ended) => {
    const { player, graph, words, steps, seen } = ended;
    const { dataset } = part(player, 'play');
    const places = ended.trail.map(sceneOf);
    part(player, 'path').replaceChildren(...pathList(ended, say));
    part(player, 'seen').textContent =
      seen.size >= Number(dataset['endings'])
        ? String(dataset['allSeen'])
        : interpolate(dataset['seen'], { seen: seen.size });
    part(player, 'endings').replaceChildren(...endingsList(ended, say));
    onlyOneSideKnew(ended, places);
    drawPath(part(player, 'map'), part(player, 'names'), {
      graph,
      places,
      steps,
      seen,
      back: ended.back,
      number: (step) => decisionNumber(graph, steps, step),
      heading: (scene) => words.heading(scene),
      name: (step, scene) => {
        const number = decisionNumber(graph, steps, step) ?? '';
        const sentence = dataset[number === '' ? 'backToQuestion' : 'backTo'];
        return interpolate(sentence, { number, heading: words.heading(scene) });
      },
    });
  };
