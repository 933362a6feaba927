import { copiesOf } from '../../src/progress/copies.ts';
import type { Driver, Launch } from '../../src/progress/driver.ts';
import { openSession } from '../../src/progress/open-session.ts';
import type { ReleasedCourse, Session, SessionEnvironment } from '../../src/progress/session.ts';

/** A session that has what deals with other copies of the progress from the beginning. */
export const openReleased = (
  driver: Driver,
  launch: Launch,
  course: ReleasedCourse,
  environment: SessionEnvironment,
): Session =>
  openSession(driver, launch, course, environment, copiesOf(course.structure, course.earlier));
