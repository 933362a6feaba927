import { z } from 'zod';
import type { FeedbackSheet } from './answers/feedback.ts';
import { exerciseFormSchema } from './exercise/exercise-form.ts';
import type { CountryRules } from './entry/country-rules.ts';
import type { Vignette } from './noise/vignette.ts';
import type { Readiness } from './readiness/readiness.ts';
import { id, nonEmptyText } from '../course/id.ts';

const sentence = nonEmptyText.max(400);
const five = z
  .int()
  .min(5)
  .max(180)
  .refine((minutes) => minutes % 5 === 0, { message: 'Write minutes in steps of five' });

/** Fields of a guide for the facilitator of one module, case or exercise. */
const guideFields = {
  /** Purpose: what participants can do afterwards. */
  purpose: sentence,
  minutes: z
    .strictObject({ least: five, usual: five, most: five })
    .refine(({ least, usual, most }) => least <= usual && usual <= most, {
      message: 'Write least, usual and most in rising order',
    }),
  /** The way of working, in a few words. */
  method: nonEmptyText.max(120),
  /** Things to bring, and things to print. */
  bring: z.array(nonEmptyText.max(120)).default([]),
  print: z.array(nonEmptyText.max(120)).default([]),
  /** Steps of the session, in order; their minutes add up to `usual`. */
  steps: z
    .array(z.strictObject({ minutes: five, do: sentence, say: sentence.optional() }))
    .min(2)
    .max(8),
  ask: z
    .array(z.strictObject({ question: sentence, expect: sentence }))
    .min(2)
    .max(6),
  /** Remarks of participants that are hard to answer, and suggested responses. */
  hard: z
    .array(z.strictObject({ hear: sentence, meet: sentence }))
    .min(1)
    .max(4),
};

/** `content/<language>/workshop/{modules,cases}/<id>.yaml`. */
export const guideSchema = z.strictObject(guideFields);

/** `content/<language>/workshop/exercises/<id>.yaml`: an exercise that exists only in workshops, with its guide. */
export const exerciseSchema = z.strictObject({
  title: nonEmptyText.max(80),
  summary: nonEmptyText.max(240),
  ...guideFields,
  /** The form that a group fills in, on paper and on the screen. */
  form: exerciseFormSchema.optional(),
  /** The tool of the kit for the exercise, if it has no form of its own. */
  tool: z.enum(['entry', 'readiness', 'plan']).optional(),
  /** Cards to cut out, such as roles: a heading, and information for the holder only. */
  cards: z
    .array(z.strictObject({ title: nonEmptyText.max(80), text: nonEmptyText.max(600) }))
    .max(24)
    .default([]),
});

const section = z.strictObject({
  id,
  title: nonEmptyText.max(80),
  points: z.array(nonEmptyText.max(400)).min(2),
});

/**
 * `content/<language>/workshop/facilitation.yaml`: advice for every session, such as small and large rooms, mixed and
 * single professions, no power, lived experience in the room.
 */
export const facilitationSchema = z.array(section);

/** `content/<language>/workshop/agendas.yaml`: ready-made agendas. */
export const agendasSchema = z
  .array(
    z.strictObject({
      id,
      title: nonEmptyText.max(80),
      summary: nonEmptyText.max(240),
      audience: nonEmptyText.max(160),
      length: z.enum(['half-day', 'day', 'two-days', 'three-days']),
      /** Ids of its parts, such as `exercise:continuum-map`. */
      parts: z.array(z.string().regex(/^(module|case|exercise):[a-z0-9-]+$/)).min(1),
    }),
  )
  .min(1);

export type Guide = z.output<typeof guideSchema>;
export type Exercise = z.output<typeof exerciseSchema>;
export type ReadyAgenda = z.output<typeof agendasSchema>[number];
export type FacilitationSection = z.output<typeof facilitationSchema>[number];

/** Content for workshops in one language. */
export interface WorkshopWords {
  /** Guides by id of the module, of the case, and of the exercise itself. */
  readonly modules: Readonly<Record<string, Guide>>;
  readonly cases: Readonly<Record<string, Guide>>;
  readonly exercises: Readonly<Record<string, Exercise>>;
  readonly facilitation: readonly FacilitationSection[];
  readonly agendas: readonly ReadyAgenda[];
  readonly entryRules: readonly CountryRules[];
  readonly readiness: Readiness;
  readonly feedback: readonly FeedbackSheet[];
  /** The file of the noise audit. */
  readonly vignette?: Vignette | undefined;
}
