import { cases, storedCases } from './cases.ts';
import { checks, storedChecks } from './checks.ts';
import { courseVersion, storedCourseVersion } from './course-version.ts';
import { lessons, storedLessons } from './lessons.ts';
import { location } from './location.ts';
import { logRows, storedLogRows } from './log-rows.ts';
import { storedTime, time } from './time.ts';
import { storedTrack, track } from './track.ts';

/** Everything that is recorded, by the field of the attempt. */
export const slices = {
  viewed: lessons,
  location,
  track,
  cases,
  checks,
  seconds: time,
  rows: logRows,
  edition: courseVersion,
};

/**
 * The same as an LMS stores it, in the order of the stored state: a new slice goes to the end, so that
 * what was stored before it can still be read.
 */
export const storedSlices = {
  viewed: storedLessons,
  track: storedTrack,
  cases: storedCases,
  checks: storedChecks,
  seconds: storedTime,
  rows: storedLogRows,
  edition: storedCourseVersion,
};
