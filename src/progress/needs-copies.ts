import type { Launch } from './driver.ts';
import { localBackup } from './local-backup.ts';
import type { SessionEnvironment, TrackedCourse } from './session.ts';
import { stateText } from './state-text.ts';

/**
 * Whether a launch has to process copies other than the plain text of this build. If so, the session opens only once
 * the code for them is available.
 */
export function needsCopies(
  launch: Launch,
  { id, structure }: TrackedCourse,
  { store }: Pick<SessionEnvironment, 'store'>,
): boolean {
  const { stored, learner, rows = Infinity } = launch;
  const suspendData = stored?.suspendData ?? '';
  const attempt = stateText(structure).read(suspendData);
  if (attempt === undefined || rows < attempt.rows.length) return true;
  const kept = isWritable(launch) && localBackup(store, id, learner?.id).read();
  return kept !== undefined && kept !== false && kept.state !== suspendData;
}

/** Whether progress in a launch is saved. */
export const isWritable = ({ mode }: Launch) => mode === 'normal';
