import type { Tables, FilledForm } from './filled-form.ts';
import type { Result, ResultSource, ResultWords } from './results/result.ts';
import type { ResultDefinition } from './results/result-definition.ts';
import * as kinds from './results/registry.ts';

/** Makes the result of a form as it is filled in, under its title. @throws when its table is not there */
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
