import { type Attempt, isBlank } from './attempt.ts';
import type { Copies } from './copies.ts';
import type { DeviceCopy } from './engine.ts';
import type { Backup, LocalBackup } from './local-backup.ts';
import type { Gain } from './slices/copies/copied-slice.ts';

/** Progress of a copy on this device that the LMS lacks; the learner decides whether it is put back. */
export interface Found {
  readonly attempt: Attempt;
  readonly gain: Gain;
}

/** The copy that a package keeps on the device for one learner (P16). */
export interface BackupCopy extends DeviceCopy {
  /** The progress that the LMS has lost; undefined where there is none, or once the learner has decided. */
  readonly found: Found | undefined;
  /** Takes what was found as decided: put back, or let go. */
  decide(): void;
}

/** Parts of the backup of a session. */
interface BackupParts {
  readonly backup: LocalBackup;
  /** The attempt that the LMS gave back, and the text that it was read from; undefined where that is not plain. */
  readonly attempt: Attempt;
  readonly suspendData: string | undefined;
  readonly encode: (attempt: Attempt) => string;
  /** The code that deals with other copies; undefined while it is not loaded, and then asked for. */
  readonly copies: () => Copies | undefined;
}

/**
 * The backup of a session. A copy that cannot be dealt with yet is left alone: nothing is written over it.
 */
export function backupCopy(parts: BackupParts): BackupCopy {
  const { backup, attempt, suspendData, encode, copies } = parts;
  const before = backup.read();
  const isOther = before !== undefined && before.state !== suspendData;
  const atStart = isOther ? copies() : undefined;
  /** Whether the copy of an earlier session stands there and could not be looked at. */
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
      // Another window of this learner has written: what it did is done here too.
      const able = copies();
      if (able === undefined) return here;
      written = kept.state;
      const united = able.merge(here, attemptIn(kept, able));
      return able.diff(here, united) ? united : here;
    },
    keep(here) {
      // An LMS that names no learner: nothing is encoded in vain at each act.
      if (!backup.hasPlace || isUnseen) return false;
      // A backup that another window wrote, and that has not been compared yet, is kept.
      if ((backup.read()?.state ?? written) !== written) return false;
      // Until the learner has decided, the copy holds what was found as well: nothing of it is lost.
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
