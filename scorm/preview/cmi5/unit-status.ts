import { type CourseRecord, sentBy, type Unit } from './record.ts';
import { isDefined, nameOf } from './statement.ts';

/** The status of a learner in one unit, derived from the statements. */
export interface UnitStatus {
  readonly isCompleted: boolean;
  readonly success: 'unknown' | 'passed' | 'failed';
  /** The score in the statement that determines success. */
  readonly score?: Readonly<{ [name: string]: number }>;
  readonly isSatisfied: boolean;
  /** The duration of all sessions that have ended, in seconds. */
  readonly seconds: number;
}

/** Computes the status of a unit. @param unit with its `moveOn` criterion from the course structure */
export function unitStatus(record: CourseRecord, unit: Unit): UnitStatus {
  const definedStatements = sentBy(record, unit.id).filter(isDefined);
  const findLast = (name: string) => definedStatements.findLast((each) => nameOf(each) === name);
  const isCompleted = findLast('completed') !== undefined;
  const passed = findLast('passed');
  const judged = passed ?? findLast('failed');
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
  const sessionIds = new Set(sessions.filter((each) => each.unit === unit.id).map(({ id }) => id));
  return statements
    .filter(({ session, statement }) => sessionIds.has(session) && isEnd(nameOf(statement)))
    .reduce((sum, { statement }) => sum + secondsOf(statement.result?.duration ?? ''), 0);
}

const isEnd = (verb: string) => verb === 'terminated' || verb === 'abandoned';

/** Seconds in an ISO 8601 duration of days, hours, minutes and seconds. */
function secondsOf(duration: string): number {
  const [, ...parts] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration) ?? [];
  // The match of a missing part is empty.
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part || 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
