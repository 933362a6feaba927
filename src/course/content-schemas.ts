import { z } from 'zod';
import { id, version, nonEmptyText } from './id.ts';
import { roleSchema } from './role.ts';
import { stages } from './stage.ts';
import { trackSchema, trackWordsSchema } from './track.ts';

export { type Role, roleSchema } from './role.ts';

export const stageSchema = z.enum(stages);

const lessonEntry = z.strictObject({
  id,
  /** Learning objectives, of the same module, that this lesson serves. */
  objectives: z.array(id).min(1),
});

const moduleEntry = z.strictObject({
  id,
  /** Stage of the continuum the module is about; absent for modules on all of it. */
  stage: stageSchema.optional(),
  objectives: z.array(id).min(1),
  lessons: z.array(lessonEntry).min(1),
  /** Cases that belong to the module. */
  cases: z.array(id).default([]),
  /** The module check: how many questions it draws from the module's bank. */
  check: z.strictObject({ draw: z.int().min(1).max(24) }).optional(),
});

/** `assessment:` of `content/course.yaml`. */
const assessmentSchema = z.strictObject({
  /** Weight of each module; equals its number of questions if a track asks as many as all weights add up to. */
  blueprint: z.record(id, z.int().min(0).max(24)),
  /** Maximum number of tries of the final; unlimited by default. */
  tries: z.int().min(1).max(8).optional(),
});

const range = z
  .tuple([z.int().min(0), z.int().min(0)])
  .refine(([least, most]) => least <= most, { message: 'Write the smaller number first' });

/** `content/course.yaml`: ids and order, the same for every language. */
export const courseSchema = z.strictObject({
  id,
  /** Version of the course that learners and administrators see. */
  version,
  /** Date of this version, YYYY-MM-DD. */
  date: z.iso.date(),
  /** Share of right answers, 0 to 1, that passes a check. */
  masteryScore: z.number().min(0).max(1),
  /** Languages in which the course exists (BCP 47); the first is the default. */
  languages: z
    .array(
      z
        .string()
        .regex(
          /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/,
          'a language tag that begins in lower case, such as en or pt-BR',
        ),
    )
    .min(1),
  /** Conditions for completing the course; a package of one module requires all of its parts. */
  completion: z.strictObject({
    /** Every lesson viewed to its end, or the core lessons of the learner's track. */
    lessons: z.enum(['all', 'core']),
    /** Every case finished at least once, or one case of each stage; a track may require less. */
    cases: z.enum(['all', 'one-per-stage']),
    /** Every module check passed, or the final assessment. */
    checks: z.enum(['passed', 'final']),
  }),
  /** Tracks; the first applies until the learner chooses one. */
  tracks: z.array(trackSchema).default([]),
  assessment: assessmentSchema.optional(),
  /** Present if there is an evaluation (`<language>/evaluation.yaml`); `report` sends its answers to an LMS. */
  evaluation: z.strictObject({ report: z.boolean().default(false) }).optional(),
  /** The form that every module must have; if absent, any form is allowed. */
  moduleForm: z
    .strictObject({
      /** Minimum and maximum number of lessons. */
      lessons: range,
      /** Minimum and maximum number of words of a lesson. */
      words: range,
      /** Minimum number of drawings, charts, timelines and decision trees in its lessons. */
      drawings: z.int().min(0).default(0),
      /** Minimum number of questions in its bank. */
      bank: z.int().min(0).default(0),
      /** Minimum number of words of introduction, summary and bench card. */
      pages: z.int().min(0).default(0),
    })
    .optional(),
  modules: z.array(moduleEntry).min(1),
  /** Professions that have a bench card in `cards/`, in order. */
  cards: z.array(roleSchema).default([]),
  /** Countries that have a note in `countries/`, in order. */
  countries: z.array(id).default([]),
  /** Worked documents in `documents/`, in order. */
  documents: z.array(id).default([]),
});

export type CourseEntry = z.output<typeof courseSchema>;

/** `content/<language>/course.yaml`: the words for `content/course.yaml`. */
export const courseWordsSchema = z.strictObject({
  title: nonEmptyText.max(120),
  /** One sentence on what the course is and for whom. */
  summary: nonEmptyText.max(300),
  tracks: z.record(id, trackWordsSchema).default({}),
  modules: z.record(
    id,
    z.strictObject({
      title: nonEmptyText.max(80),
      /** Very short title for navigation. */
      short: nonEmptyText.max(30),
      summary: nonEmptyText.max(300),
      /** Learning objectives: "After this you can ...", each completing that sentence. */
      objectives: z.record(id, nonEmptyText.max(160)),
    }),
  ),
});

export type CourseWords = z.output<typeof courseWordsSchema>;

/** Front matter of `content/<language>/modules/<module>/lessons/<lesson>.mdx`. */
export const lessonSchema = z.strictObject({
  title: nonEmptyText.max(80),
  /** One sentence: what the lesson is about; shown in lists and search results. */
  summary: nonEmptyText.max(200),
  /** Date on which the lesson's sources were last checked, YYYY-MM-DD. */
  checked: z.iso.date(),
  /** Shown before the text where overdose, violence or suicide is described. */
  contentNote: nonEmptyText.max(200).optional(),
});

export type LessonFrontmatter = z.output<typeof lessonSchema>;

/**
 * Front matter of a module's `introduction.mdx`, `summary.mdx` and `bench-card.mdx`, of cards, countries and other
 * pages.
 */
export const pageSchema = z.strictObject({
  title: nonEmptyText.max(80),
  summary: nonEmptyText.max(200),
  checked: z.iso.date(),
  contentNote: nonEmptyText.max(200).optional(),
});

export type PageFrontmatter = z.output<typeof pageSchema>;

export { stages };
