import type { Course } from '../course/course.ts';
import { doEverything } from '../progress/everything-done.ts';
import type { ScormApi } from '../../scorm/standards/scorm/find-api.ts';
import { scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { scorm2004Driver } from '../../scorm/standards/scorm2004/driver.ts';
import { openSession, type TrackedCourse } from '../progress/session.ts';
import { longestSuspendData, widestSuspendData } from '../progress/widest.ts';

/** Bytes that may go out when a page closes: a beacon carries 64 KiB, a quarter is left to the LMS. */
export const heaviestBeacon = 48 * 1024;
/** The same where an LMS is told the evaluation, in words of any script: an eighth is left to it. */
export const heaviestWithEvaluation = 56 * 1024;

/** The most that a course can leave in an LMS, with everything in it done at its widest. */
export interface WorstCase {
  /** Characters of suspend data. */
  readonly suspendData: number;
  /** Bytes that Moodle sends by a beacon at exit, in the standard that takes more. */
  readonly beacon: number;
}

/** Does all that the course has, in either standard, and measures what an LMS is left with. */
export function worstCase(course: TrackedCourse): WorstCase {
  return {
    suspendData: widestSuspendData(course.structure),
    beacon: Math.max(...(['LMS', ''] as const).map((prefix) => beaconBytes(course, prefix))),
  };
}

/**
 * The worst case in one line.
 * @throws where it is more than an LMS can be trusted with (P01); the message says what to change
 */
export function worstCaseLine(course: Course, { suspendData, beacon }: WorstCase): string {
  const form = new Intl.NumberFormat('en');
  const characters = (count: number) => form.format(count);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
  const state = `${characters(suspendData)} of at most ${characters(longestSuspendData)} characters of suspend data`;
  const heaviest = course.structure.evaluation ? heaviestWithEvaluation : heaviestBeacon;
  const exit = `${kilobytes(beacon)} of at most ${kilobytes(heaviest)} sent at exit`;
  const line = `Everything in "${course.title}" (${course.language}) done: ${state}; ${exit}.`;
  if (suspendData > longestSuspendData)
    throw new Error(
      `${line}\nAn LMS might cut it. In course.yaml, lower \`questions\` of the longest track or \`draw\` of the longest check, or take out a case; a case costs least with few decisions.`,
    );
  if (beacon > heaviest)
    throw new Error(
      `${line}\nA browser would not send it. Lower \`mostRows\` in src/progress/log.ts: fewer decisions and answers are then reported one by one.`,
    );
  return line;
}

/** @param prefix of the functions of the standard: that of SCORM 1.2, or none in 2004 */
function beaconBytes(course: TrackedCourse, prefix: 'LMS' | ''): number {
  const values = new Map<string, string>();
  const api = takesAll(values, prefix);
  const deferred: (() => void)[] = [];
  const session = openSession(prefix === '' ? scorm2004Driver(api) : scorm12Driver(api), course, {
    place: 'lms',
    store: () => ({ getItem: () => null, setItem: () => undefined, removeItem: () => undefined }),
    now: () => 0,
    defer: (work) => deferred.push(work),
    after: () => () => undefined,
    isVisible: true,
  });
  doEverything(session, course);
  for (const work of deferred) work();
  session.close();
  const fields = [...values].map(([name, value]) => [name.replaceAll('.', '__'), value]);
  return new URLSearchParams(fields).toString().length;
}

/** An LMS that takes whatever it is given, and counts its rows. */
function takesAll(values: Map<string, string>, prefix: string): ScormApi {
  const rows = (list: string) =>
    new Set(
      [...values.keys()].flatMap((name) =>
        name.startsWith(`${list}.`) ? name.slice(list.length + 1).split('.')[0] : [],
      ),
    ).size;
  const functions = {
    Initialize: () => 'true',
    [prefix === '' ? 'Terminate' : 'Finish']: () => 'true',
    GetValue: (name: string) =>
      name.endsWith('._count')
        ? String(rows(name.slice(0, -'._count'.length)))
        : (values.get(name) ?? ''),
    SetValue: (name: string, value: string) => {
      values.set(name, value);
      return 'true';
    },
    Commit: () => 'true',
    GetLastError: () => '0',
    GetErrorString: () => '',
  };
  return Object.fromEntries(Object.entries(functions).map(([name, act]) => [prefix + name, act]));
}
