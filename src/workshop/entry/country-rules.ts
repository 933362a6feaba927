import { z } from 'zod';
import { id, nonEmptyText } from '../../course/id.ts';
import { citationSchema } from '../../course/source.ts';
import { aspects } from './person.ts';
import { gates } from './rule-set.ts';

const values = <T extends readonly [string, ...string[]]>(all: T) =>
  z.array(z.enum(all)).min(1).optional();

/** `content/<language>/workshop/entry-rules.yaml`: entry rules of one route of a country, as we read them. */
export const countryRulesSchema = z.array(
  z.strictObject({
    id,
    title: nonEmptyText.max(80),
    /** Date on which the sources were last checked, YYYY-MM-DD. */
    checked: z.iso.date(),
    route: nonEmptyText.max(160),
    /** Remark on points that are unsettled, or that these rules do not cover. */
    note: nonEmptyText.max(400),
    rules: z
      .array(
        z.strictObject({
          name: nonEmptyText.max(160),
          gate: z.enum(gates),
          kind: z.enum(['only', 'not']),
          facts: z.strictObject({
            age: values(aspects.age),
            offence: values(aspects.offence),
            quantity: values(aspects.quantity),
            record: values(aspects.record),
            consent: values(aspects.consent),
            place: values(aspects.place),
            fee: values(aspects.fee),
          }),
          /** Source of the rule; absent if it is known from practice only. */
          source: citationSchema.optional(),
        }),
      )
      .min(1),
  }),
);

export type CountryRules = z.output<typeof countryRulesSchema>[number];
