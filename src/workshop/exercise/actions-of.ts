import { checksum } from '../../codec/checksum.ts';
import { type Action, emptyAction } from '../plan/plan.ts';
import { fillIn, meets } from './cells.ts';
import { type FilledSheet, rowsOf, type Tables } from './filled-form.ts';

const fields = ['gap', 'objective', 'action', 'law', 'who', 'budget', 'indicator'] as const;
const short = ['who', 'budget'];

/**
 * The actions that a sheet brings into the plan: those of its rows that the form says are carried.
 * A row gives an action of the same id each time, so that nothing is there twice.
 * @param exercise id of the exercise
 */
export const actionsOf = (
  exercise: string,
  { tables }: Tables,
  sheet: FilledSheet,
  inWords?: (number: number) => string,
): Action[] =>
  tables.flatMap((table) => {
    const { carry } = table;
    if (carry === undefined) return [];
    return rowsOf(table, sheet)
      .filter((row) => meets(row, carry.where))
      .map((row) => {
        const id = `x${checksum(`${exercise} ${row.id}`).toString(36)}`;
        const said = fields.flatMap((field) => {
          const sentence = carry[field];
          if (sentence === undefined) return [];
          const text = fillIn(sentence, table, row, sheet.group, inWords);
          return [[field, text.slice(0, short.includes(field) ? 300 : 1500)] as const];
        });
        return { ...emptyAction(id), ...Object.fromEntries(said) };
      });
  });
