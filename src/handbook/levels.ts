import type { Handbook } from './handbook.ts';

/** Levels of the headings of a handbook, 1 to 6. */
export interface Levels {
  readonly part: number;
  readonly chapter: number;
  /** Cases, answers and notes at the end of a part. */
  readonly back: number;
  readonly terms: number;
}

/** Levels on one printed page, whose title has level 1; in a lesson's handbook this is the lesson's own title. */
export function printedLevels({ kind }: Pick<Handbook, 'kind'>): Levels {
  if (kind === 'lesson') return { part: 1, chapter: 1, back: 2, terms: 2 };
  if (kind === 'module') return { part: 1, chapter: 2, back: 2, terms: 2 };
  return { part: 2, chapter: 3, back: 3, terms: 2 };
}

/** Levels if each section is a file of its own. */
export const levelsOfFiles: Levels = { part: 1, chapter: 1, back: 1, terms: 1 };
