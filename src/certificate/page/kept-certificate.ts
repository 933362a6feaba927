import { objectOf } from '../../codec/json.ts';
import { verificationCode } from '../verification-code.ts';
import { notesPrefix } from '../../kept/notes-prefix.ts';

/** The certificate of a learner as stored on the device. */
export interface KeptCertificate {
  /** The day on which the course was first found to be complete, YYYY-MM-DD. */
  readonly date: string;
  /** Version of the course on that day. */
  readonly version: string;
  readonly track: string;
  /** Name of the learner; present only if the learner asked to keep it. */
  readonly name?: string;
}

/** Storage of the certificate; "Start afresh" clears it together with the notes. */
export interface Keep {
  read(): KeptCertificate | undefined;
  write(kept: KeptCertificate): void;
}

/**
 * Returns the storage for a learner's certificate on the device. In a package others may open the same page on the same
 * computer: there the key contains a hash of the learner's name, or the certificate is kept only until the window
 * closes if the platform provides no name.
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
        // Storage is not available: the certificate then shows the current day.
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
