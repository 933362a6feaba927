import { z } from 'zod';
import { roleSchema } from './role.ts';
import { id, nonEmptyText } from './id.ts';

/**
 * `tracks:` of `content/course.yaml`: a route through the course for one profession, or the express route. A track
 * defines the core lessons and thereby what completes the course; it hides nothing.
 */
export const trackSchema = z.strictObject({
  id,
  /** Professions that the track is for; empty if it is for everyone. */
  roles: z.array(roleSchema).default([]),
  /** Core lessons; everything else is further reading. */
  lessons: z.union([z.literal('all'), z.array(id).min(1)]),
  /** Id of the core lesson that the track begins with; by default the first of them. */
  first: id.optional(),
  /** One finished case of each stage, or one of a stage of the learner's choice. */
  cases: z.enum(['one-per-stage', 'one']),
  /** Number of questions that the pre-test and the final assessment ask. */
  questions: z.int().min(1).max(60),
  /** Promised duration in minutes; the content check rejects a track that takes longer. */
  within: z.int().min(1).optional(),
});

export type TrackEntry = z.output<typeof trackSchema>;

/** The words of a track, in `content/<language>/course.yaml`. */
export const trackWordsSchema = z.strictObject({
  /** Name in a list of choices: a profession, or the kind of route. */
  title: nonEmptyText.max(60),
  /** One sentence that says whom the track is for and what is core. */
  summary: nonEmptyText.max(240),
});

/** A track as pages show it. */
export interface Track {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly roles: TrackEntry['roles'];
  /** Ids of the core lessons, in the order of the course. */
  readonly lessons: readonly string[];
  /** The core lesson that it begins with. */
  readonly first?: string | undefined;
  readonly cases: TrackEntry['cases'];
  readonly questions: number;
  /** Computed minutes of the core lessons, the required cases and the final. */
  readonly minutes: number;
  /** The minutes at the reading pace of a second language. */
  readonly slowMinutes: number;
}

/** A case as the minutes of a track need it. */
interface TimedCase {
  readonly stage?: string | undefined;
  readonly minutes: number;
}

/**
 * Whole minutes of a track: its core lessons, the longest case of each stage (or the longest case with a stage, if one
 * case is enough), and one minute for each question of the final.
 */
export function trackMinutes(
  { lessons, cases, questions }: Pick<Track, 'lessons' | 'cases' | 'questions'>,
  allLessons: readonly { readonly id: string; readonly minutes: number }[],
  allCases: readonly TimedCase[],
): number {
  const reading = allLessons
    .filter(({ id }) => lessons.includes(id))
    .reduce((sum, { minutes }) => sum + minutes, 0);
  const longest = new Map<string, number>();
  for (const { stage, minutes } of allCases)
    if (stage !== undefined) longest.set(stage, Math.max(minutes, longest.get(stage) ?? 0));
  const each = [...longest.values()];
  const deciding =
    cases === 'one' ? Math.max(0, ...each) : each.reduce((sum, minutes) => sum + minutes, 0);
  return reading + deciding + questions;
}

/** Ids of the tracks for which a lesson is core, for the attribute `data-for` of a page. */
export const tracksOf = ({ tracks }: { readonly tracks: readonly Track[] }, lesson: string) =>
  tracks
    .filter(({ lessons }) => lessons.includes(lesson))
    .map(({ id }) => id)
    .join(' ');
