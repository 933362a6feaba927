import { expect } from '@playwright/test';
import type { Course } from '../../src/course/course.ts';
import { bestWay, decide, pressOnUntil, takeAssessment, takeCheck } from './learner.ts';
import type { Kept, Shelf } from './shelves.ts';

/** Result of a learner on one shelf. */
export interface Studied {
  readonly kept: Kept;
  /** The page "Your record", as the learner reads it, but for what it says of the place. */
  readonly record: string;
}

/** The clock of a device: it stands still, and goes on when the learner reads, so that minutes can be compared. */
const clockOf = ({ page }: Shelf) => {
  let time = Math.ceil(Date.now() / 1000) * 1000;
  return {
    start: () => page.clock.setFixedTime(time),
    pass: (seconds: number) => page.clock.setFixedTime((time += seconds * 1000)),
  };
};

/** Chance gives the same at every load of a page, so that the same questions are drawn. */
const sameChance = () => {
  let last = 1;
  Math.random = () => (last = (last * 16_807) % 2_147_483_647) / 2_147_483_647;
};

/**
 * One learner, who takes a course of one module: a lesson, a case that is left in the middle, a check with
 * wrong answers, a case of which a write is lost, a final that is failed and one that is passed; leaves and
 * comes back three times, and ends where they began.
 */
export async function study(shelf: Shelf, course: Course): Promise<Studied> {
  const [module] = course.modules;
  const [first, second] = module?.cases ?? [];
  const [lesson] = module?.lessons ?? [];
  const [track] = course.tracks;
  if (!module || !first || !second || !lesson || !track) throw new Error('the course is too small');
  const { place, page } = shelf;
  const clock = clockOf(shelf);
  const check = `en/${module.id}/check.html`;
  const final = 'en/final.html';
  /** Comes back. @param left page that was left @param next where a website leads, if another */
  const back = async (left: string, next = left) => {
    await shelf.enter();
    await expect.poll(() => shelf.shown()).toBe(shelf.resumesAt === 'page-left' ? left : next);
    await expect(place.locator('h1')).toBeVisible();
  };
  /** Reads a page for some seconds, and says so by a move of the pointer. */
  const read = async (seconds: number) => {
    await clock.pass(seconds);
    await place.locator('h1').click();
  };

  await page.addInitScript(sameChance);
  await clock.start();
  await shelf.enter();
  await shelf.visit('en/index.html');
  await place.locator(`[data-take="${track.id}"]`).click();
  await shelf.visit(lesson.href);
  await expect(place.locator('h1')).toHaveText(lesson.title);
  await read(100);
  await place.locator('a[rel="next"]').click();
  await expect(place.locator('h1')).not.toHaveText(lesson.title);
  await shelf.visit(first.href);
  const way = bestWay(module, first.id);
  await decide(place, module, first.id, way[0] ?? '');
  await shelf.leave();

  await back(first.href);
  for (const step of way.slice(1)) await decide(place, module, first.id, step);
  await pressOnUntil(place, '[data-part="outcome"]');
  await shelf.visit(check);
  await takeCheck(place, module, false);
  await shelf.leave();

  // Nothing is left to be done on this page.
  await back(check, final);
  await shelf.visit(second.href);
  const [one = '', ...others] = bestWay(module, second.id);
  await pressOnUntil(place, '[data-part="choices"]');
  await shelf.lose();
  await decide(place, module, second.id, one);
  await shelf.find();
  for (const step of others) await decide(place, module, second.id, step);
  await pressOnUntil(place, '[data-part="outcome"]');
  await shelf.visit(final);
  await takeAssessment(place, course, track.questions, false);
  await shelf.leave();

  await back(final);
  await takeAssessment(place, course, track.questions, true);
  await shelf.visit(lesson.href);
  await expect(place.locator('h1')).toHaveText(lesson.title);
  await read(50);
  await shelf.visit('en/record.html');
  await expect(place.locator('[data-steps] li')).toHaveCount(way.length + others.length + 1);
  const record = await place.locator('main').evaluate((main: HTMLElement) => {
    for (const part of main.querySelectorAll<HTMLElement>('[data-place]')) part.hidden = true;
    return main.innerText;
  });
  await shelf.leave();
  return { kept: await shelf.kept(), record };
}
