import type { Launch } from './driver.ts';
import { localBackup } from './local-backup.ts';
import type { SessionEnvironment, TrackedCourse } from './session.ts';
import { stateText } from './state-text.ts';

/**
 * Whether a launch has to do with other copies than the plain text of this build: then the session is opened
 * when they can be dealt with.
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

/** Whether what happens in a launch is kept. */
export const isWritable = ({ mode }: Launch) => mode === 'normal';
