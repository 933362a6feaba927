import type { Choice, Goto, Scenario, Scene } from './format.ts';
import { randoms, seedOf, shuffled } from '../questions/shuffle.ts';
import { instruction, type Instruction } from './instruction.ts';

/**
 * A case as a numbered booklet, to be played with a pencil: every scene and every consequence is an entry, and
 * the order of the entries reveals nothing.
 */
export type Entry = SceneEntry | ConsequenceEntry;

export interface SceneEntry {
  /** 1 to the number of entries; the start of the case is 1. */
  readonly number: number;
  readonly kind: 'scene';
  /** Id of the scene. */
  readonly id: string;
  readonly scene: Scene;
  /** Conditional paragraphs, each with its instruction. */
  readonly also: readonly { readonly when: Instruction; readonly text: string }[];
  /** The choices of the scene, in authored order; empty in a passage and an ending. */
  readonly choices: readonly OfferedChoice[];
  /** Directions to the next entry; empty unless the scene is a passage. */
  readonly onward: readonly Direction[];
}

export interface OfferedChoice {
  /** Id of the choice. */
  readonly id: string;
  readonly choice: Choice;
  /** Condition for taking the choice. */
  readonly when?: Instruction;
  /** Number of its consequence. */
  readonly to: number;
}

/** The consequence of a choice. The reader notes its effects and flags first, then reads on. */
export interface ConsequenceEntry {
  readonly number: number;
  readonly kind: 'consequence';
  /** Id of the scene in which the choice was taken. */
  readonly scene: string;
  /** Id of the choice. */
  readonly id: string;
  readonly choice: Choice;
  readonly onward: readonly Direction[];
}

/** "Go to `to`", or "if `when`, go to `to`"; the first that holds applies. */
export interface Direction {
  readonly when?: Instruction;
  readonly to: number;
}

/**
 * The booklet of a case, in number order. The same case always gives the same numbers. `scenario`
 * must be without faults: every `goto` must exist.
 */
export function booklet(scenario: Scenario): readonly Entry[] {
  const places = placesOf(scenario);
  const order = leastTelling(places, seedOf(scenario.id));
  const numbers = new Map(order.map((place, index) => [place.key, index + 1]));
  const numberOf = (key: string) => {
    const number = numbers.get(key);
    if (number === undefined) throw new Error(`The booklet of ${scenario.id} has no "${key}".`);
    return number;
  };
  const directions = (goto: Goto): readonly Direction[] =>
    typeof goto === 'string'
      ? [{ to: numberOf(goto) }]
      : goto.map(({ when, goto }) => ({ ...ifHolds(when), to: numberOf(goto) }));

  return order.map((place, index): Entry => {
    const number = index + 1;
    if (place.choice) {
      const { choice, scene } = place;
      const onward = directions(choice.goto);
      return { number, kind: 'consequence', scene, id: choice.id, choice, onward };
    }
    const { scene, body } = place;
    return {
      number,
      kind: 'scene',
      id: scene,
      scene: body,
      also: body.also.map(({ when, text }) => ({ when: instruction(when), text })),
      choices: ('choices' in body ? body.choices : []).map((choice) => ({
        id: choice.id,
        choice,
        ...ifHolds(choice.when),
        to: numberOf(`${scene}.${choice.id}`),
      })),
      onward: 'goto' in body ? directions(body.goto) : [],
    };
  });
}

const ifHolds = (when: Choice['when']) => (when ? { when: instruction(when) } : {});

/** An item with a number: a scene, or the consequence of a choice in it. */
interface NumberedPlace {
  readonly key: string;
  readonly scene: string;
  readonly body: Scene;
  readonly choice?: Choice;
}

/** Everything that gets a number, the start first. */
function placesOf({ scenes, start }: Scenario): readonly NumberedPlace[] {
  const places = Object.entries(scenes).flatMap(([scene, body]): NumberedPlace[] => [
    { key: scene, scene, body },
    ...('choices' in body ? body.choices : []).map((choice) => ({
      key: `${scene}.${choice.id}`,
      scene,
      body,
      choice,
    })),
  ]);
  const isStart = ({ key }: NumberedPlace) => key === start;
  return [...places.filter(isStart), ...places.filter((place) => !isStart(place))];
}

/**
 * The best of 64 shuffles, with the fewest neighbours from the same scene: a reader of one consequence should
 * not see that of another choice.
 */
function leastTelling(places: readonly NumberedPlace[], seed: number): readonly NumberedPlace[] {
  const [start, ...others] = places;
  if (!start) return [];
  const neighbours = (order: readonly NumberedPlace[]) =>
    order.filter((place, index) => place.scene === order[index + 1]?.scene).length;
  return Array.from({ length: 64 }, (_, attempt) => [
    start,
    ...shuffled(others, randoms(seed + attempt)),
  ])
    .map((order) => ({ order, telling: neighbours(order) }))
    .reduce((one, other) => (other.telling < one.telling ? other : one)).order;
}
