import { objectOf } from '../../codec/json.ts';
import { verificationCode } from '../verification-code.ts';
import { notesPrefix } from '../../kept/notes-prefix.ts';

/** The certificate of a learner as the device keeps it. */
export interface KeptCertificate {
  /** The day on which the course was first seen to be complete, YYYY-MM-DD. */
  readonly date: string;
  /** Version of the course on that day. */
  readonly version: string;
  readonly track: string;
  /** Name of the learner; only if the learner asked to keep it. */
  readonly name?: string;
}

/** The store of the certificate; "Start afresh" empties it with the notes. */
export interface Keep {
  read(): KeptCertificate | undefined;
  write(kept: KeptCertificate): void;
}

/**
 * Keeps the certificate of a learner on the device. In a package others may open the same page on the
 * same computer: there it is kept under a hash of the learner's name, or until the window is closed
 * where the platform tells no name.
 */
export function keepFor(learner: string | undefined): Keep {
  const { course = '', package: standard } = document.documentElement.dataset;
  const isShared = standard !== undefined;
  const hash = learner
    ? verificationCode({ name: learner, course, version: '', date: '', score: 0, track: '' })
    : '';
  const key = `${notesPrefix(course)}certificate${hash && `:${hash}`}`;
  const store = () => (isShared && !learner ? sessionStorage : localStorage);
  return {
    read() {
      try {
        return readCertificate(JSON.parse(store().getItem(key) ?? 'null'));
      } catch {
        return undefined;
      }
    },
    write(kept) {
      try {
        store().setItem(key, JSON.stringify(kept));
      } catch {
        // The storage is not available: the certificate then shows the day on which it is opened.
      }
    },
  };
}

function readCertificate(value: unknown): KeptCertificate | undefined {
  const { date, version, track, name } = objectOf(value) ?? {};
  return typeof date === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(date) &&
    typeof version === 'string' &&
    typeof track === 'string'
    ? { date, version, track, ...(typeof name === 'string' && { name }) }
    : undefined;
}
