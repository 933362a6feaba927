import type { slices } from '../registry.ts';
import { copiedCases } from './cases.ts';
import { copiedChecks } from './checks.ts';
import { copiedCourseVersion } from './course-version.ts';
import { copiedLessons } from './lessons.ts';
import { copiedLocation } from './location.ts';
import { copiedLogRows } from './log-rows.ts';
import { copiedTime } from './time.ts';
import { copiedTrack } from './track.ts';

/** The operations on copies of each slice, by the field of the attempt. */
export const copiedSlices = {
  viewed: copiedLessons,
  location: copiedLocation,
  track: copiedTrack,
  cases: copiedCases,
  checks: copiedChecks,
  seconds: copiedTime,
  rows: copiedLogRows,
  edition: copiedCourseVersion,
} satisfies Readonly<Record<keyof typeof slices, unknown>>;
