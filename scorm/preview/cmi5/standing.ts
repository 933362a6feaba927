import { type CourseRecord, sentBy, type Unit } from './record.ts';
import { isDefined, nameOf } from './statement.ts';

/** Where a learner stands in one unit, as the platform reads it from the statements. */
export interface Standing {
  readonly isCompleted: boolean;
  readonly success: 'unknown' | 'passed' | 'failed';
  /** Of the statement that tells the success. */
  readonly score?: Readonly<{ [name: string]: number }>;
  readonly isSatisfied: boolean;
  /** Of all sessions that are over, in seconds. */
  readonly seconds: number;
}

/** @param unit of which the course structure says when it is satisfied */
export function standingIn(record: CourseRecord, unit: Unit): Standing {
  const told = sentBy(record, unit.id).filter(isDefined);
  const find = (name: string) => told.findLast((each) => nameOf(each) === name);
  const isCompleted = find('completed') !== undefined;
  const passed = find('passed');
  const judged = passed ?? find('failed');
  const score = judged?.result?.score;
  return {
    isCompleted,
    success: passed ? 'passed' : judged ? 'failed' : 'unknown',
    ...(score && { score }),
    isSatisfied: satisfies(unit.moveOn, isCompleted, passed !== undefined),
    seconds: secondsIn(record, unit),
  };
}

/** Whether the criterion of a unit is met (cmi5 13.1.4, `moveOn`). */
function satisfies(moveOn: string, isCompleted: boolean, isPassed: boolean): boolean {
  if (moveOn === 'Passed') return isPassed;
  if (moveOn === 'Completed') return isCompleted;
  if (moveOn === 'CompletedAndPassed') return isCompleted && isPassed;
  if (moveOn === 'CompletedOrPassed') return isCompleted || isPassed;
  return true;
}

function secondsIn({ sessions, statements }: CourseRecord, unit: Unit): number {
  const own = new Set(sessions.filter((each) => each.unit === unit.id).map(({ id }) => id));
  return statements
    .filter(({ session, statement }) => own.has(session) && isEnd(nameOf(statement)))
    .reduce((sum, { statement }) => sum + secondsOf(statement.result?.duration ?? ''), 0);
}

const isEnd = (verb: string) => verb === 'terminated' || verb === 'abandoned';

/** Seconds of a duration of days, hours, minutes and seconds (ISO 8601). */
function secondsOf(duration: string): number {
  const [, ...parts] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration) ?? [];
  // A part that is not there is an empty match.
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part || 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
