import type { Module } from '../../src/course/course.ts';
import { bestWay, decide, type Place, pressOnUntil } from './learner.ts';

/** A learner in a module, wherever it is shown: on a website or in the shell of a package. */
export interface Walk {
  readonly module: Module;
  readonly place: Place;
  /** Leads to a page of the course, as a link would. */
  readonly visit: (href: string) => Promise<unknown>;
}

const firstCase = ({ cases }: Module) => {
  const [first] = cases;
  if (first === undefined) throw new Error('the module has no case');
  return first;
};

/** The decisions of the best way through the first case of a module, as `scene.choice`. */
export const firstWay = (module: Module) => bestWay(module, firstCase(module).id);

/** Reads every lesson of the module, to its link to what comes next. */
export async function readLessons({ module, place, visit }: Walk) {
  for (const { href } of module.lessons) {
    await visit(href);
    await place.locator('a[rel="next"]').click();
  }
}

/** Opens the first case and takes the first decisions of its best way. @param decisions how many */
export async function beginFirstCase({ module, place, visit }: Walk, decisions: number) {
  const { id, href } = firstCase(module);
  await visit(href);
  for (const step of firstWay(module).slice(0, decisions)) await decide(place, module, id, step);
}

/** Takes the decisions that are left of the first case, which is shown. @param taken how many were taken before */
export async function finishFirstCase({ module, place }: Walk, taken: number) {
  const { id } = firstCase(module);
  for (const step of firstWay(module).slice(taken)) await decide(place, module, id, step);
  await pressOnUntil(place, '[data-part="outcome"]');
}

/** Plays every case but the first on its best way. */
export async function playOtherCases({ module, place, visit }: Walk) {
  for (const { id, href } of module.cases.slice(1)) {
    await visit(href);
    for (const step of bestWay(module, id)) await decide(place, module, id, step);
    await pressOnUntil(place, '[data-part="outcome"]');
  }
}
