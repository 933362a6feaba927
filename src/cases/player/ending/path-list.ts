import type { Ended, EndingWords } from './ending-file.ts';
import { element } from '../../../site/element.ts';
import { offered, sceneOf } from '../../moves.ts';
import { quietButton } from '../quiet-button.ts';
import { twoWays } from './two-ways.ts';

/** The run step by step: what was decided, how it is judged, and what else could have been decided there. */
export const pathList = (ended: Ended, say: EndingWords): Element[] =>
  ended.steps.map((step, position) => {
    const { player, words } = ended;
    const [scene = '', choice = ''] = step.split('.');
    const line = element(
      'li',
      '',
      element('p', 'label', words.heading(scene)),
      element('p', '', words.label(scene, choice)),
      ...words.why(step),
      ...lessonsBehind(player, scene),
    );
    const others = otherChoices(ended, position);
    if (others.length === 0) return line;
    const beside = element('div', 'beside');
    const buttons = others.map((other) =>
      quietButton(words.label(scene, other), () => {
        const ways = twoWays(ended, say, position, other);
        beside.replaceChildren(ways);
        ways.querySelector('h4')?.focus();
      }),
    );
    const list = element('ul', 'backs', ...buttons.map((button) => element('li', '', button)));
    line.append(element('details', '', element('summary', '', say.whatIf), list, beside));
    return line;
  });

/** The lessons behind a decision, where the scene names its own. */
const lessonsBehind = (player: Element, scene: string): Node[] =>
  Array.from(player.querySelectorAll(`[data-scene="${scene}"] [data-lessons]`), (lessons) =>
    lessons.cloneNode(true),
  );

/** Ids of the choices that were offered at a step of the run and not taken. */
function otherChoices({ trail, steps }: Ended, position: number): string[] {
  const step = steps[position] ?? '';
  const before = trail.find((state) => step.startsWith(`${sceneOf(state)}.`));
  return (before ? offered(before) : [])
    .map(({ id }) => id)
    .filter((id) => !step.endsWith(`.${id}`));
}
