import { drawAssessment } from '../../course/assessment.ts';
import type { Assessment } from '../../course/halves.ts';
import type { Drawable } from '../../course/halves.ts';
import { part } from '../../site/query-part.ts';
import { loadBank, type RereadLesson } from './bank-file.ts';

/** The bank of a module; its questions are loaded when they are needed. */
export interface ModuleBank {
  readonly src: string;
  /** Weight in the blueprint of the assessments. */
  readonly weight: number;
  /** The data of the questions that drawing depends on, in authored order. */
  readonly questions: readonly Drawable[];
  /** Lessons behind each of its learning objectives; absent until the bank is loaded. */
  lessons?: Readonly<Record<string, readonly RereadLesson[]>>;
  loaded?: Promise<void>;
}

/** The banks that a page lists (`Banks.astro`), in the order of the course. */
export const moduleBanks = (page: ParentNode): ModuleBank[] =>
  Array.from(page.querySelectorAll<HTMLElement>('[data-bank-src]'), ({ dataset }): ModuleBank => ({
    src: String(dataset['bankSrc']),
    weight: Number(dataset['weight']),
    questions: (JSON.parse(String(dataset['questions'])) as [string, string, Assessment][]).map(
      ([id, objective, half]) => ({ id, objective, half }),
    ),
  }));

/** Ids of the questions of a try of an assessment. */
export const drawFrom = (
  banks: readonly ModuleBank[],
  check: Assessment,
  count: number,
  seed: number,
): readonly string[] =>
  drawAssessment(
    check,
    banks.map(({ questions }) => questions),
    banks.map(({ weight }) => weight),
    count,
    seed,
  );

/**
 * Puts the questions of banks on the page, each bank once: questions into its part `bank`, answers into
 * the answer key.
 * @param onLoaded is given the element that holds the questions of a bank
 * @throws where a file cannot be loaded; the next call tries again
 */
export async function loadBanks(
  page: ParentNode,
  needed: readonly ModuleBank[],
  onLoaded: (questions: HTMLElement) => void = () => {},
): Promise<void> {
  try {
    for (const bank of needed)
      await (bank.loaded ??= loadBank(bank.src).then(({ articles, answers, lessons }) => {
        bank.lessons = lessons;
        const questions = document.createElement('div');
        questions.innerHTML = articles;
        for (const article of questions.children) article.classList.add('away');
        part(page, 'bank').append(questions);
        document.querySelector('.key-of-answers')?.insertAdjacentHTML('beforeend', answers);
        onLoaded(questions);
      }));
  } catch (error) {
    for (const bank of needed) delete bank.loaded;
    throw error;
  }
}
