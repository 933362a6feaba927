import {
  type Launch,
  type LearnerStatus,
  type SynchronousDriver,
  TrackingError,
} from './driver.ts';

/** The part of `Storage` that keeping an attempt needs. Every call may throw. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps the attempt in this browser. Answers are not logged: whoever sits at this device sees the
 * attempt itself.
 * @param key under which it is stored
 */
export function browserDriver(store: TextStore, key: string): SynchronousDriver {
  let stored: Stored | undefined;
  let isOpen = false;
  let isChanged = false;

  const commit = () => {
    if (!isOpen || !isChanged) return;
    try {
      store.setItem(key, JSON.stringify(stored));
    } catch (error) {
      throw new TrackingError('Commit', 'threw', String(error));
    }
    isChanged = false;
  };

  return {
    open() {
      try {
        stored = fromText(store.getItem(key));
      } catch (error) {
        throw new TrackingError('open', 'threw', String(error));
      }
      isOpen = true;
      return { mode: 'normal', completion: 'incomplete', success: 'unknown', ...toLaunch(stored) };
    },
    save(status) {
      stored = later(stored, status);
      isChanged = true;
    },
    report: () => undefined,
    commit,
    close() {
      try {
        commit();
      } finally {
        isOpen = false;
      }
    },
  };
}

type Stored = Pick<LearnerStatus, 'completion' | 'success' | 'score' | 'location' | 'suspendData'>;

/** What is to be stored after a status: no status is lowered, no score forgotten (P13). */
function later(before: Stored | undefined, status: LearnerStatus): Stored {
  const { completion, success, location, suspendData, score = before?.score } = status;
  return {
    completion: higher(['incomplete', 'completed'], before?.completion, completion),
    success: higher(['unknown', 'failed', 'passed'], before?.success, success),
    ...(score !== undefined && { score }),
    location,
    suspendData,
  };
}

function higher<T extends string>(order: readonly T[], before: T | undefined, after: T): T {
  return before !== undefined && order.indexOf(before) > order.indexOf(after) ? before : after;
}

function toLaunch(stored: Stored | undefined): Partial<Launch> {
  if (stored === undefined) return {};
  const { completion, success, score, location, suspendData } = stored;
  return {
    completion,
    success,
    ...(score !== undefined && { score }),
    ...((suspendData || location) && { stored: { suspendData, location } }),
  };
}

/** What was stored, if it has the right shape; anything else is as good as nothing. */
function fromText(text: string | null): Stored | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { completion, success, score, location, suspendData } = value as Record<string, unknown>;
  if (typeof location !== 'string' || typeof suspendData !== 'string') return undefined;
  return {
    location,
    suspendData,
    completion: completion === 'completed' ? completion : 'incomplete',
    success: success === 'passed' || success === 'failed' ? success : 'unknown',
    ...(typeof score === 'number' && score >= 0 && score <= 1 && { score }),
  };
}
