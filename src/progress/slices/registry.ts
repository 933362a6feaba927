import { cases } from './cases.ts';
import { checks } from './checks.ts';
import { courseVersion } from './course-version.ts';
import { lessons } from './lessons.ts';
import { location } from './location.ts';
import { logRows } from './log-rows.ts';
import { time } from './time.ts';
import { track } from './track.ts';

/** All slices, by the field of the attempt that each one owns. */
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
