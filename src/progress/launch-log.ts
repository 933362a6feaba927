import type { Attempt } from './attempt.ts';
import type { Launch } from './driver.ts';
import { REMOVED_ROW } from './slices/stored/log-rows.ts';

/**
 * The rows of `cmi.interactions` at a launch, as interaction ids. Rows in the LMS that are unknown to the attempt count
 * as removed, so that they are never overwritten.
 */
export function logAtLaunch({ rows }: Attempt, launch: Launch): readonly string[] {
  const foreign = launch.hasReadableRows === false ? (launch.rows ?? 0) - rows.length : 0;
  return foreign > 0 ? [...rows, ...Array.from({ length: foreign }, () => REMOVED_ROW)] : rows;
}
