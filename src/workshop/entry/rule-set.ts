import * as z from 'zod/mini';
import { stages } from '../../course/stage.ts';
import { aspects } from './person.ts';

/** Gates at which a rule is applied: a stage of the continuum, or the door of the service. */
export const gates = [...stages, 'service'] as const;

const text = (most: number) => z.string().check(z.maxLength(most));

/** The values that a rule names, by aspect; absent aspects are irrelevant to the rule. */
const factsSchema = z.strictObject({
  age: z.optional(z.array(z.enum(aspects.age)).check(z.minLength(1))),
  offence: z.optional(z.array(z.enum(aspects.offence)).check(z.minLength(1))),
  quantity: z.optional(z.array(z.enum(aspects.quantity)).check(z.minLength(1))),
  record: z.optional(z.array(z.enum(aspects.record)).check(z.minLength(1))),
  consent: z.optional(z.array(z.enum(aspects.consent)).check(z.minLength(1))),
  place: z.optional(z.array(z.enum(aspects.place)).check(z.minLength(1))),
  fee: z.optional(z.array(z.enum(aspects.fee)).check(z.minLength(1))),
});

const ruleSchema = z.strictObject({
  name: text(160),
  gate: z.enum(gates),
  /** `only`: excludes persons who do not match all facts. `not`: excludes persons who match all facts. */
  kind: z.enum(['only', 'not']),
  facts: factsSchema,
});

/** The entry rules of one route. */
export const ruleSetSchema = z.strictObject({
  route: text(160),
  rules: z.array(ruleSchema).check(z.maxLength(30)),
});

export type RuleSet = z.output<typeof ruleSetSchema>;
export type EntryRule = RuleSet['rules'][number];
export type Facts = EntryRule['facts'];
