import { type Attempt, isBlank } from './attempt.ts';
import type { Copies } from './copies.ts';
import type { DeviceCopy } from './engine.ts';
import type { Backup, LocalBackup } from './local-backup.ts';
import type { Gain } from './slices/copies/copied-slice.ts';

/** Progress in a copy on this device that the LMS lacks; the learner decides whether to restore it. */
export interface Found {
  readonly attempt: Attempt;
  readonly gain: Gain;
}

/** The copy that a package keeps on the device for one learner (P16). */
export interface BackupCopy extends DeviceCopy {
  /** The progress that the LMS has lost; undefined if there is none, or once the learner has decided. */
  readonly found: Found | undefined;
  /** Marks the found progress as decided: restored or discarded. */
  decide(): void;
}

/** Parts of the backup of a session. */
interface BackupParts {
  readonly backup: LocalBackup;
  /** The attempt that the LMS returned, and the text that it was read from; undefined if the text is not plain. */
  readonly attempt: Attempt;
  readonly suspendData: string | undefined;
  readonly encode: (attempt: Attempt) => string;
  /** Returns the code for other copies; undefined while it is not loaded, which requests it. */
  readonly copies: () => Copies | undefined;
}

/** The backup of a session. A copy that cannot be processed yet is never overwritten. */
export function backupCopy(parts: BackupParts): BackupCopy {
  const { backup, attempt, suspendData, encode, copies } = parts;
  const before = backup.read();
  const isOther = before !== undefined && before.state !== suspendData;
  const atStart = isOther ? copies() : undefined;
  /** Whether there is a copy of an earlier session that could not be examined. */
  const isUnseen = isOther && atStart === undefined;
  let written = before?.state;
  let found = before && atStart && foundIn(attempt, attemptIn(before, atStart), atStart);

  return {
    get found() {
      return found;
    },
    decide: () => void (found = undefined),
    latest(here) {
      const kept = backup.read();
      if (isUnseen || kept === undefined || kept.state === written) return here;
      // Another window of this learner has written, so its changes apply here too.
      const able = copies();
      if (able === undefined) return here;
      written = kept.state;
      const united = able.merge(here, attemptIn(kept, able));
      return able.diff(here, united) ? united : here;
    },
    keep(here) {
      // If the LMS names no learner there is no backup, so do not encode at every act.
      if (!backup.hasPlace || isUnseen) return false;
      // Keep a backup that another window wrote and that has not been compared yet.
      if ((backup.read()?.state ?? written) !== written) return false;
      // Until the learner has decided, the copy also contains the found progress, so that none of it is lost.
      const all = (found && copies()?.merge(here, found.attempt)) ?? here;
      if (written === undefined && isBlank(all)) return true;
      const state = encode(all);
      const isWritten = backup.write({ state, location: here.location });
      if (isWritten) written = state;
      return isWritten;
    },
  };
}

const attemptIn = ({ state, location }: Backup, copies: Copies): Attempt => ({
  ...copies.decode(state).attempt,
  location,
});

function foundIn(attempt: Attempt, copy: Attempt, copies: Copies): Found | undefined {
  const gain = copies.diff(attempt, copies.merge(attempt, copy));
  return gain && { attempt: copy, gain };
}
