import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, type FrameLocator, type Page } from '@playwright/test';
import type { Course, CourseFile, Module } from '../../src/course/course.ts';
import { analyse } from '../../src/cases/analysis.ts';
import { fillIn, responseTo } from './respond.ts';

/**
 * Courses of each file that was read, with the time it was written: other content is built while tests run. A test that
 * gets the same course again gets its cases as they were walked through before.
 */
const read = new Map<
  string,
  { readonly written: number; readonly courses: CourseFile['courses'] }
>();

function coursesOf(file: string): CourseFile['courses'] {
  if (!existsSync(file))
    throw new Error(`There is no ${file}: run npm run build, and npm run package, first.`);
  const written = statSync(file).mtimeMs;
  const before = read.get(file);
  if (before?.written === written) return before.courses;
  const { courses } = JSON.parse(readFileSync(file, 'utf8')) as CourseFile;
  read.set(file, { written, courses });
  return courses;
}

/** The course as it was built: the tests follow its ids, never its words. */
export function builtCourse(language = 'en', dist = 'dist'): Course {
  const file = `${dist}/course.json`;
  const course = coursesOf(file)[language];
  if (course === undefined) throw new Error(`dist/course.json has no "${language}"`);
  return course;
}

/** The first module that has everything a module can have: lessons, a case and a check. */
export function fullModule(course = builtCourse()): Module {
  const found = course.modules.find(
    ({ lessons, cases, check }) => lessons.length > 1 && cases.length > 0 && check !== undefined,
  );
  if (found === undefined) throw new Error('no module has lessons, a case and a check');
  return found;
}

/** A place in which a learner sees pages: a page of the website, or the frame of a shell. */
export type Place = Page | FrameLocator;

/** The steps of the shortest way to the best ending of a case, as `scene.choice`. */
export function bestWay(module: Module, caseId: string): readonly string[] {
  const found = module.cases.find(({ id }) => id === caseId);
  if (found === undefined) throw new Error(`no case ${caseId}`);
  const steps = analyse(found.scenario).facts?.best.steps;
  if (steps === undefined) throw new Error(`${caseId} has no best way`);
  return steps;
}

/** Takes one decision, from the situation that is shown to the situation that follows. */
export async function decide(place: Place, module: Module, caseId: string, step: string) {
  const [scene = '', choice = ''] = step.split('.');
  const scenario = module.cases.find(({ id }) => id === caseId)?.scenario.scenes[scene];
  if (scenario === undefined || !('choices' in scenario)) throw new Error(`no decision ${scene}`);
  const label = scenario.choices.find(({ id }) => id === choice)?.label ?? '';
  await pressOnUntil(place, '[data-part="choices"]');
  await place.getByRole('button', { name: label, exact: true }).click();
  // The consequence is on the screen; a question asked before deciding has no verdict to ask for.
  await expect(place.locator('[data-part="chosen"]')).toBeVisible();
}

/** Presses "go on" through consequences and passages until something is there. */
export async function pressOnUntil(place: Place, selector: string) {
  const wanted = place.locator(selector);
  const on = place.locator('[data-part="on"]');
  for (let presses = 0; presses < 12; presses++) {
    // Until the player has begun, neither is there.
    await expect(wanted.or(on).filter({ visible: true }).first()).toBeVisible();
    if (await wanted.isVisible()) return;
    // A page that is just coming may show the one or the other only for a moment: then it is asked again.
    if (await on.isVisible()) await on.click();
  }
  await expect(wanted).toBeVisible();
}

/** Answers each of the questions a pre-test or a final asks, from its door to the result. */
export async function takeAssessment(
  place: Place,
  course: Course,
  draw: number,
  answersRight: boolean,
) {
  await place.locator('[data-part="begin"]').click();
  for (let item = 0; item < draw; item++) {
    const asked = place.locator('[data-bank]:not(.away)');
    const id = await asked.getAttribute('data-bank');
    const module = course.modules.find(({ questions }) => questions.some((one) => one.id === id));
    if (module === undefined) throw new Error(`no question ${id}`);
    await answerNext(place, module, answersRight);
  }
  await expect(place.locator('[data-part="result"]')).toBeVisible();
}

/** Answers every question of a check, from its door or from the middle to the result. */
export async function takeCheck(place: Place, module: Module, answersRight: boolean) {
  await place.locator('[data-part="begin"]').click();
  for (let item = 0; item < (module.check?.draw ?? 0); item++)
    await answerNext(place, module, answersRight);
  await expect(place.locator('[data-part="result"]')).toBeVisible();
}

/** Answers the question that is asked now. */
export async function answerNext(place: Place, module: Module, answersRight: boolean) {
  const form = place.locator('[data-bank]:not(.away) form');
  const id = await form.getAttribute('data-question');
  const question = module.questions.find((other) => other.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  await fillIn(form, question, responseTo(question, answersRight));
  await form.locator('button:not([type])').click();
  await expect(place.locator(`[data-bank="${id}"]:not(.away)`)).toHaveCount(0);
}
