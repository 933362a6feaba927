import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drawQuestions } from '../../src/questions/draw.ts';
import type { Module } from '../../src/course/course.ts';
import type { KindName, Question } from '../../src/questions/question.ts';
import { freshAttempt } from '../../src/progress/attempt.ts';
import { builtCourse } from './learner.ts';
import { responseTo } from './respond.ts';
import { storeRecord } from './stored-record.ts';

const course = builtCourse();

/** A question of a kind that a lesson asks, and the path of its page. */
export function inLesson(kind: KindName): { question: Question; path: string } {
  for (const module of course.modules)
    for (const { href } of module.lessons)
      for (const question of module.questions)
        if (question.kind === kind && question.use === 'lesson' && pageAsks(href, question.id))
          return { question, path: href };
  throw new Error(`no lesson asks a question of the kind ${kind}`);
}

const pageAsks = (href: string, id: string) =>
  readFileSync(`dist/site/${href}`, 'utf8').includes(`id="form-${id}"`);

/** A question that a module check asks, and a seed of a try that asks it. */
interface AskedInCheck {
  readonly question: Question;
  readonly module: Module;
  readonly seed: number;
}

/** A question of a kind that a module check asks. */
export const inCheck = (kind: KindName): AskedInCheck =>
  askedInCheck((question) => question.kind === kind);

/** A question that fits, and that a module check asks. */
export function askedInCheck(fits: (question: Question) => boolean): AskedInCheck {
  for (const module of course.modules) {
    const bank = module.questions.filter(({ use }) => use === 'bank');
    const question = bank.find(fits);
    if (module.check === undefined || question === undefined) continue;
    for (let seed = 0; ; seed++)
      if (drawQuestions(bank, module.check.draw, seed).includes(question.id))
        return { question, module, seed };
  }
  throw new Error('no module check asks such a question');
}

/** Opens a check in the middle of a try in which only that question is still to be answered. */
export async function openAt(page: Page, { question, module, seed }: AskedInCheck): Promise<void> {
  const bank = module.questions.filter(({ use }) => use === 'bank');
  const answers = drawQuestions(bank, module.check?.draw ?? 0, seed).map((id) => {
    const drawn = bank.find((other) => other.id === id);
    return drawn === undefined || drawn === question ? undefined : responseTo(drawn, true);
  });
  const attempt = {
    ...freshAttempt,
    checks: { [module.id]: { tries: [], open: { seed, answers } } },
  };
  const path = `en/${module.id}/check.html`;
  await storeRecord(page, course.id, attempt, path);
  await page.goto(path);
  await page.locator('[data-part="begin"]').click();
}
