import { drawAssessment } from '../../course/assessment.ts';
import type { Assessment } from '../../course/halves.ts';
import type { Drawable } from '../../course/halves.ts';
import { part } from '../../site/fill.ts';
import { loadBank } from './bank-file.ts';

/** The bank of a module; its words are fetched when they are needed. */
export interface ModuleBank {
  readonly src: string;
  readonly weight: number;
  /** What drawing depends on, in authored order. */
  readonly questions: readonly Drawable[];
  loaded?: Promise<void>;
}

/** The banks that a page lists (`Banks.astro`), in the order of the course. */
export const moduleBanks = (page: ParentNode): ModuleBank[] =>
  Array.from(page.querySelectorAll<HTMLElement>('[data-weight]'), ({ dataset }): ModuleBank => ({
    src: String(dataset['src']),
    weight: Number(dataset['weight']),
    questions: (JSON.parse(String(dataset['questions'])) as [string, string, Assessment][]).map(
      ([id, objective, half]) => ({ id, objective, half }),
    ),
  }));

/** Ids of the questions of a try. */
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
 * Puts the words of banks on the page, each once: questions into its part `bank`, answers into the key.
 * @param take is given what was put there
 * @throws where a file cannot be had; the next call tries again
 */
export async function loadBanks(
  page: ParentNode,
  needed: readonly ModuleBank[],
  take: (place: HTMLElement) => void = () => {},
): Promise<void> {
  try {
    for (const bank of needed)
      await (bank.loaded ??= loadBank(bank.src).then(({ articles, answers }) => {
        const place = document.createElement('div');
        place.innerHTML = articles;
        for (const article of place.children) article.classList.add('away');
        part(page, 'bank').append(place);
        document.querySelector('.key-of-answers')?.insertAdjacentHTML('beforeend', answers);
        take(place);
      }));
  } catch (error) {
    for (const bank of needed) delete bank.loaded;
    throw error;
  }
}
