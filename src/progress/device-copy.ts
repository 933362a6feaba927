import { type Attempt, isBlank } from './attempt.ts';
import type { DeviceCopy } from './engine.ts';
import type { LocalBackup } from './local-backup.ts';
import type { AttemptCodec } from './suspend-data.ts';
import type { Gain } from './slices/stored/stored-slice.ts';
import { diffAttempts, mergeAttempts } from './stored-attempts.ts';

/** What a copy on this device has beyond the LMS; the learner decides whether it is put back. */
export interface Found {
  readonly attempt: Attempt;
  readonly gain: Gain;
}

/** The copy that a package keeps on the device for one learner (P16). */
export interface BackupCopy extends DeviceCopy {
  /** What it has that the LMS has lost; undefined where that is nothing, or once it is decided. */
  readonly found: Found | undefined;
  /** Takes what was found as decided: put back, or let go. */
  decide(): void;
}

/**
 * The backup of a session.
 * @param attempt what the LMS gave back
 */
export function backupCopy(backup: LocalBackup, codec: AttemptCodec, attempt: Attempt): BackupCopy {
  const attemptIn = ({ state, location }: { state: string; location: string }): Attempt => ({
    ...codec.decode(state).attempt,
    location,
  });
  const before = backup.read();
  let written = before?.state;
  let found = before && foundIn(attempt, attemptIn(before));

  return {
    get found() {
      return found;
    },
    decide: () => void (found = undefined),
    latest(here) {
      const kept = backup.read();
      if (kept === undefined || kept.state === written) return here;
      // Another window of this learner has written: what it did is done here too.
      written = kept.state;
      const united = mergeAttempts(here, attemptIn(kept));
      return diffAttempts(here, united) ? united : here;
    },
    keep(here) {
      // An LMS that names no learner: nothing is encoded in vain at each act.
      if (!backup.hasPlace) return false;
      // Until the learner has decided, the copy holds what was found as well: nothing of it is lost.
      const all = found ? mergeAttempts(here, found.attempt) : here;
      if (written === undefined && isBlank(all)) return true;
      const state = codec.encode(all);
      const isWritten = backup.write({ state, location: here.location });
      if (isWritten) written = state;
      return isWritten;
    },
  };
}

function foundIn(attempt: Attempt, copy: Attempt): Found | undefined {
  const gain = diffAttempts(attempt, mergeAttempts(attempt, copy));
  return gain && { attempt: copy, gain };
}
