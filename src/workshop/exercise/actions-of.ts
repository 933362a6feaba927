import { checksum } from '../../codec/checksum.ts';
import { type Action, emptyAction } from '../plan/plan.ts';
import { fillIn, meets } from './cells.ts';
import { type FilledSheet, rowsOf, type Tables } from './filled-form.ts';

const fields = ['gap', 'objective', 'action', 'law', 'who', 'budget', 'indicator'] as const;
const short = ['who', 'budget'];

/**
 * The actions for the plan from a sheet: one for each row that meets the condition `carry` of the form. A row always
 * gives the same action id, so that repeating this adds no duplicates.
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
