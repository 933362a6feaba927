import type { Elements } from '../../standards/standard.ts';

/** One call of a SCO, as received by the platform. */
export interface Call {
  readonly at: Date;
  readonly name: string;
  readonly args: readonly string[];
  readonly answer: string;
  /** Error code of the standard; `0` means no error. */
  readonly error: string;
}

/** Behaviour of the platform at a commit. */
export interface LmsBehaviour {
  readonly refuses: () => boolean;
  /** Stores the elements. @param ended whether the SCO ended the session @returns whether they were stored */
  readonly keep: (elements: Elements, ended: boolean) => boolean;
  readonly onCall: (call: Call) => void;
}

/** One session of a SCO with the platform: the API object and the current data model. */
export interface Session {
  /** Name under which a SCO of this standard looks for the platform. */
  readonly name: 'API' | 'API_1484_11';
  readonly adapter: Readonly<Record<string, (...args: string[]) => string>>;
  /** The current data model; in rows of a collection, elements without a value are left out. */
  readonly elements: () => Elements;
}

/** The run-time of a standard, implemented by scorm-again. */
export interface RunTime {
  readonly name: Session['name'];
  readonly calls: Calls;
  /** The current data model, nested. */
  readonly model: () => unknown;
  /** Error of a commit that failed. */
  readonly commitFailed: string;
}

/** Creates the run-time of a session. @param elements data model at launch */
export type RunTimeOf = (elements: Elements, settings: typeof runTimeSettings) => RunTime;

export const runTimeSettings = {
  autocommit: false,
  logLevel: 'NONE',
  mastery_override: true,
} as const;

/** Opens a session of a run-time. */
export function session(
  { name, calls, model, commitFailed: failed }: RunTime,
  behaviour: LmsBehaviour,
): Session {
  const snapshot = () => flattened(model());
  return { name, adapter: watched(calls, { ...behaviour, snapshot, failed }), elements: snapshot };
}

// A SCO may omit required arguments; scorm-again then sets the error code of the standard.
export type Calls = Readonly<Record<string, (first: string, second: string) => string>>;

/** Wraps the calls of a platform: logs each call, and stores or refuses commits as `LmsBehaviour` says. */
function watched(
  calls: Calls,
  {
    refuses,
    keep,
    onCall,
    snapshot,
    failed,
  }: LmsBehaviour & { snapshot: () => Elements; failed: string },
): Session['adapter'] {
  let ownError: string | undefined;
  const lastError = Object.entries(calls).find(([name]) => name.endsWith('GetLastError'))?.[1];
  const answerTo = (name: string, args: readonly string[]): string => {
    if (name.endsWith('GetLastError') && ownError !== undefined) return ownError;
    if (!asksForError(name)) ownError = undefined;
    const ends = /Finish|Terminate/.test(name);
    const commits = name.endsWith('Commit') || ends;
    if (commits && !ends && refuses()) {
      ownError = failed;
      return 'false';
    }
    // Read before the session ends; afterwards the session time would be added twice.
    const time = ends ? totalTime(snapshot()) : {};
    const answer = String(calls[name]?.(args[0] ?? '', args[1] ?? ''));
    if (!commits || answer !== 'true') return answer;
    if (!refuses() && keep({ ...snapshot(), ...time }, ends)) return answer;
    ownError = failed;
    return 'false';
  };
  return Object.fromEntries(
    Object.keys(calls).map((name) => [
      name,
      (...args: unknown[]) => {
        const texts = args.map(String);
        const answer = answerTo(name, texts);
        const error = asksForError(name) ? '0' : (ownError ?? String(lastError?.('', '')));
        onCall({ at: new Date(), name, args: texts, answer, error });
        return answer;
      },
    ]),
  );
}

const asksForError = (name: string) => /GetLastError|GetErrorString|GetDiagnostic/.test(name);

const totalTime = (elements: Elements): Elements =>
  Object.fromEntries(
    Object.entries(elements).filter(([element]) => element.endsWith('.total_time')),
  );

/** Flattens a nested data model to elements by full name; empty collections yield none. */
function flattened(value: unknown, name = ''): Elements {
  if (typeof value === 'string' || typeof value === 'number') return { [name]: String(value) };
  if (typeof value !== 'object' || value === null) return { [name]: '' };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => flattened(inner, name ? `${name}.${key}` : key)),
  ) as Elements;
}
