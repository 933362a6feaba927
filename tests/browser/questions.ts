import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drawQuestions } from '../../src/questions/draw.ts';
import type { Module } from '../../src/course/course.ts';
import { kindNames, type KindName, type Question } from '../../src/questions/question.ts';
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

/** A try of a module check: its questions in the order in which they are asked. */
interface Try {
  readonly module: Module;
  readonly seed: number;
  readonly drawn: readonly Question[];
}

const tryOf = (module: Module, seed: number): Try => {
  const bank = module.questions.filter(({ use }) => use === 'bank');
  const drawn = drawQuestions(bank, module.check?.draw ?? 0, seed).flatMap((id) =>
    bank.filter((question) => question.id === id),
  );
  return { module, seed, drawn };
};

/**
 * Tries of module checks that together ask a question of every kind, and of each the first questions of the kinds
 * that no try before it asks: as few tries as a greedy search finds.
 */
export function triesOfEveryKind(): readonly (Try & { readonly firsts: readonly Question[] })[] {
  const tries = course.modules
    .filter(({ check }) => check !== undefined)
    .flatMap((module) => Array.from({ length: 40 }, (_, seed) => tryOf(module, seed)));
  const open = new Set<KindName>(kindNames);
  const chosen: (Try & { readonly firsts: readonly Question[] })[] = [];
  const firstsOf = ({ drawn }: Try) =>
    [...open].flatMap((kind) => drawn.find((question) => question.kind === kind) ?? []);
  while (open.size > 0) {
    const [best] = tries
      .map((each) => ({ ...each, firsts: firstsOf(each) }))
      .toSorted((a, b) => b.firsts.length - a.firsts.length);
    if (best === undefined || best.firsts.length === 0)
      throw new Error(`no try asks a question of the kind ${[...open].join()}`);
    for (const { kind } of best.firsts) open.delete(kind);
    chosen.push(best);
  }
  return chosen;
}

/** Opens a check in the middle of a try in which only those questions are still to be answered. */
export async function openTry(
  page: Page,
  { module, seed, drawn }: Try,
  left: readonly Question[],
): Promise<void> {
  const answers = drawn.map((question) =>
    left.includes(question) ? undefined : responseTo(question, true),
  );
  const attempt = {
    ...freshAttempt,
    checks: { [module.id]: { tries: [], open: { seed, answers } } },
  };
  const path = `en/${module.id}/check.html`;
  await storeRecord(page, course.id, attempt, path);
  await page.goto(path);
  await page.locator('[data-part="begin"]').click();
}

/** The same where only one question is left. */
export const openAt = (page: Page, { question, module, seed }: AskedInCheck): Promise<void> =>
  openTry(page, tryOf(module, seed), [question]);
