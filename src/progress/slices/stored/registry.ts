import type { slices } from '../registry.ts';
import { storedCases } from './cases.ts';
import { storedChecks } from './checks.ts';
import { storedCourseVersion } from './course-version.ts';
import { storedLessons } from './lessons.ts';
import { storedLocation } from './location.ts';
import { storedLogRows } from './log-rows.ts';
import { storedTime } from './time.ts';
import { storedTrack } from './track.ts';

/**
 * The storage of each slice, in the order of the stored state. A new slice goes to the end, so that older states can
 * still be read.
 */
export const storedSlices = {
  viewed: storedLessons,
  location: storedLocation,
  track: storedTrack,
  cases: storedCases,
  checks: storedChecks,
  seconds: storedTime,
  rows: storedLogRows,
  edition: storedCourseVersion,
} satisfies Readonly<Record<keyof typeof slices, unknown>>;
