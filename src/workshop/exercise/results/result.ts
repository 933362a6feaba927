import type { Block } from '../../docx/word-document.ts';
import type { FormTable } from '../exercise-form.ts';
import type { FilledForm } from '../filled-form.ts';
import type { ResultDefinition, ResultOf } from './result-definition.ts';

/** Result of a table. */
export interface Result {
  readonly blocks: readonly Block[];
  /** A drawing as an SVG document, where there is one. */
  readonly drawing?: string;
  /** The same drawing for a screen on which it is too wide. */
  readonly upright?: string;
}

/** Input of a result. */
export interface ResultSource {
  readonly table: FormTable;
  readonly work: FilledForm;
  readonly words: ResultWords;
}

/** Words of the page. */
export interface ResultWords {
  /** A sentence of the interface by its name, such as `costs-total`. */
  readonly sentence: (name: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly number: (number: number) => string;
  readonly direction: 'ltr' | 'rtl';
  /** Words that the course does not use, and what it says instead. */
  readonly wordings: readonly { readonly avoid: readonly string[]; readonly instead: string }[];
}

export type MakeResult<K extends ResultDefinition['kind']> = (
  definition: ResultOf<K>,
  source: ResultSource,
) => Result;
