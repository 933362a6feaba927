import type { Tables, FilledForm } from './filled-form.ts';
import type { Result, ResultSource, ResultWords } from './results/result.ts';
import type { ResultDefinition } from './results/result-definition.ts';
import * as kinds from './results/registry.ts';

/** Computes the titled result of a filled-in form. @throws if its table is missing */
export function makeResult(
  definition: ResultDefinition,
  { tables }: Tables,
  work: FilledForm,
  words: ResultWords,
): Result {
  const table = tables.find(({ id }) => id === definition.table);
  if (table === undefined) throw new Error(`the form has no table "${definition.table}"`);
  const make = kinds[definition.kind] as (of: ResultDefinition, source: ResultSource) => Result;
  return make(definition, { table, work, words });
}
