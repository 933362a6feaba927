import { openReleased } from './open-released.ts';
import type { Driver } from '../../src/progress/driver.ts';
import type { Session, ReleasedCourse } from '../../src/progress/session.ts';
import type { TextStore } from '../../src/progress/text-store.ts';
import { course } from './lms-harness.ts';
import { memory } from './places.ts';

/** A session that an LMS has launched, in a window that does what it put off only when it is told to. */
export interface Launched {
  readonly session: Session;
  /** Does what was put off until the browser has painted, and lets the LMS answer. */
  readonly settle: () => Promise<void>;
}

/**
 * Opens the course for a learner. Drivers may answer later; timers never come.
 * @param driver of the launch
 * @param about `now`: the time on the device, in milliseconds; `of`: the course, the test course unless given;
 *   `device`: what the device keeps, a fresh one unless given
 */
export async function launchedSession(
  driver: Driver,
  { now, of = course, device = memory() }: SessionSetting,
): Promise<Launched> {
  const deferred: (() => void)[] = [];
  const session = openReleased(driver, await driver.open(), of, {
    ...{ place: 'lms', store: () => device, now, isVisible: true },
    defer: (work) => void deferred.push(work),
    after: () => () => undefined,
  });
  const settle = async () => {
    for (const work of deferred.splice(0)) work();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { session, settle };
}

interface SessionSetting {
  readonly now: () => number;
  readonly of?: ReleasedCourse;
  readonly device?: TextStore;
}
