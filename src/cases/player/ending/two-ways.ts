import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';
import type { CaseState } from '../../machine.ts';
import { outcome, sceneOf, shownParagraphs } from '../../moves.ts';
import { followed, type Way } from '../../other-way.ts';
import { quietButton } from '../quiet-button.ts';
import type { Ended, EndingWords } from './ending-file.ts';
import { element } from '../../../site/element.ts';

/**
 * A decision of the run and another choice offered there, side by side: consequence, next scene, and final
 * indicators if everything else is decided as in the run. An unseen ending is not revealed.
 * @param position of the decision in the run, counted from 0
 * @param other id of the other choice
 */
export function twoWays(
  ended: Ended,
  say: EndingWords,
  position: number,
  other: string,
): HTMLElement {
  const { words, moves, steps } = ended;
  const [scene = '', own = ''] = (steps[position] ?? '').split('.');
  const before = ended.trail.find((state) => sceneOf(state) === scene);
  const heading = element('h4', '', interpolate(say.twoWays, { heading: words.heading(scene) }));
  heading.tabIndex = -1;
  const section = element('section', 'two-ways', heading);
  const later = steps.slice(position + 1);
  const yours = before && followed(moves, before, own, later);
  const theirs = before && followed(moves, before, other, later);
  if (!before || !yours || !theirs) return section;
  section.append(column(say.yours, own, yours, theirs), column(say.other, other, theirs, yours));
  return section;

  function column(name: string, choice: string, way: Way, beside: Way): HTMLElement {
    const step = `${scene}.${choice}` as const;
    const judged = words.why(step);
    const isOther = choice === other;
    const side = element(
      'div',
      '',
      element('h5', 'label', name),
      element('p', '', element('strong', '', words.label(scene, choice))),
      ...(isOther ? judged : judged.slice(0, 1)),
      ...words.consequence(step),
      element('h5', '', say.next),
      ...situation(way.next, beside.next),
      element('h5', '', say.alike),
      element('p', '', where(way.end)),
      element('dl', '', ...ended.file.levels(way.end, before)),
    );
    if (isOther) side.append(quietButton(say.take, () => ended.take(position, other)));
    return side;
  }

  /** The next scene of a path, with paragraphs unique to this path marked; one sentence for an unseen ending. */
  function situation(at: CaseState, beside: CaseState): Node[] {
    const here = sceneOf(at);
    if (isUntold(at)) return [element('p', '', say.unseenHere)];
    const texts = (state: CaseState) => words.situation(sceneOf(state), shownParagraphs(state));
    const title = element('p', '', element('em', '', words.heading(here)));
    if (here !== sceneOf(beside)) return [title, ...texts(at)];
    const there = new Set(texts(beside).map(({ textContent }) => textContent));
    const own = texts(at).filter(({ textContent }) => !there.has(textContent));
    return [
      element('p', '', interpolate(say.same, { heading: words.heading(here) })),
      ...own.map((paragraph) => element('p', '', element('mark', '', ...paragraph.childNodes))),
    ];
  }

  function where(end: CaseState): string {
    if (isUntold(end)) return say.unseenHere;
    const heading = words.heading(sceneOf(end));
    const ending = outcome(end);
    return ending
      ? `${heading}: ${String(part(ended.player, 'play').dataset[ending])}`
      : interpolate(say.parts, { heading });
  }

  function isUntold(state: CaseState): boolean {
    return outcome(state) !== undefined && !ended.seen.has(sceneOf(state));
  }
}
