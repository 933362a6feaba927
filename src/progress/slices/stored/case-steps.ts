import { type Digit, itemAt, type MixedRadixReader } from '../../../codec/mixed-radix.ts';

const sceneOf = (step: string): string => step.slice(0, step.indexOf('.'));

/**
 * Encodes steps that are all of different scenes. Each is its position, from 1, among the remaining steps; after it
 * all steps of its scene are removed. The list is terminated by 0, and unknown steps are skipped.
 */
export function scenesDigits(taken: readonly string[], steps: readonly string[]): Digit[] {
  const digits: Digit[] = [];
  let left = steps;
  for (const step of taken) {
    const position = left.indexOf(step);
    if (position < 0) continue;
    digits.push([position + 1, left.length + 1]);
    left = without(left, step);
  }
  return [...digits, [0, left.length + 1]];
}

/** Decodes the digits of `scenesDigits`. @throws UnreadableError */
export function readScenes(reader: MixedRadixReader, steps: readonly string[]): string[] {
  const taken: string[] = [];
  for (let left = steps; ;) {
    const position = reader.take(left.length + 1);
    if (position === 0) return taken;
    const step = itemAt(left, position - 1);
    taken.push(step);
    left = without(left, step);
  }
}

/** Encodes any sequence of steps as positions counted from 1, terminated by 0; unknown steps are skipped. */
export const runDigits = (run: readonly string[], steps: readonly string[]): Digit[] => [
  ...run
    .map((step) => steps.indexOf(step))
    .filter((position) => position >= 0)
    .map((position): Digit => [position + 1, steps.length + 1]),
  [0, steps.length + 1],
];

/** Decodes the digits of `runDigits`. @throws UnreadableError */
export function readRun(reader: MixedRadixReader, steps: readonly string[]): string[] {
  const run: string[] = [];
  for (;;) {
    const position = reader.take(steps.length + 1);
    if (position === 0) return run;
    run.push(itemAt(steps, position - 1));
  }
}

const without = (steps: readonly string[], taken: string): readonly string[] => {
  const scene = sceneOf(taken);
  return steps.filter((step) => sceneOf(step) !== scene);
};
