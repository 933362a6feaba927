import { TrackingError } from '../../../src/progress/driver.ts';
import type { ScormApi } from './find-api.ts';

/** Names of the API functions of a standard. */
export interface FunctionNames {
  readonly initialize: string;
  readonly terminate: string;
  readonly getValue: string;
  readonly setValue: string;
  readonly commit: string;
  readonly getLastError: string;
  readonly getErrorString: string;
}

/** A data model element and its value. */
export type Element = readonly [name: string, value: string];

/** Rules of the standard, and the parts of the browser that the calls use. */
export interface CallRules {
  readonly functions: FunctionNames;
  /**
   * Whether an element is optional for an LMS; a missing optional element is not a failure, and is not set
   * again.
   */
  readonly isOptional: (element: string) => boolean;
  /** An equivalent spelling of a value, for the n-th time it is sent again. */
  readonly respell?: (element: string, value: string, times: number) => string;
  /** A temporary value of an element, so that the LMS sees its real value as changed. */
  readonly placeholder?: (element: string, value: string) => string | undefined;
  /** Whether the device has a network. An LMS may answer "true" without one (P16). */
  readonly isOnline: () => boolean;
}

/** Conditions under which a value is read again. */
export interface Doubts {
  /** Whether the value must be a string, not a number or boolean. */
  readonly isText?: boolean;
  /** Whether a value is expected: an empty string is read again, and is an error if the LMS reports one. */
  readonly isExpected?: boolean;
  /** Whether "value not initialized" is a valid response. */
  readonly mayBeUnset?: boolean;
  /** Whether the value is critical: it counts only if two readings agree. */
  readonly isWeighty?: boolean;
  /** Whether a value is valid. An invalid value is read again, and then accepted. */
  readonly isKnown?: (text: string) => boolean;
}

/** The calls of both standards; any failure of an LMS becomes a `TrackingError`. */
export interface ScormCalls {
  /** @throws TrackingError */
  initialize(): void;
  /** @throws TrackingError */
  terminate(): void;
  /**
   * Commits the values that were set.
   * @throws TrackingError if refused or offline; values set since the last commit then count as not sent
   */
  commit(): void;
  /**
   * Reads a value as text. Reads again if the first reading failed or is doubtful.
   * @returns undefined if it failed again
   */
  read(element: string, doubts?: Doubts): string | undefined;
  /** Whether the session is open, judged by reading an element. */
  answers(element: string): boolean;
  /**
   * Sets the elements whose values differ from what was last accepted.
   * @throws TrackingError for the first that was refused; the others are still set
   */
  set(elements: readonly Element[]): void;
  /** Records the values that the LMS already has, so that they are not sent again. */
  hold(elements: readonly Element[]): void;
}

/** The calls over an API object. */
export function scormCalls(api: ScormApi, rules: CallRules): ScormCalls {
  const { functions, isOptional } = rules;
  /** Values that the LMS has accepted, by element. */
  const held = new Map<string, string>();
  /** Values set since the last successful commit. */
  const uncommitted = new Map<string, string>();
  /** Number of failed commits by element. */
  const failures = new Map<string, number>();
  const missing = new Set<string>();

  const call = (name: string, subject: string, ...values: string[]): unknown => {
    const found = api[name];
    if (typeof found !== 'function') throw new TrackingError(subject, 'missing');
    try {
      // Called as a method, because LMSs rely on `this`.
      return Reflect.apply(found, api, values);
    } catch (error) {
      throw new TrackingError(subject, 'threw', printed(error));
    }
  };

  /** Error code of the last call; `0` means none. */
  const lastError = (subject: string): string =>
    toText(call(functions.getLastError, subject))?.trim() ?? '';

  /** GetLastError costs a call, so it is made only if the call did not clearly succeed. */
  const demand = (name: string, subject: string, ...values: string[]) => {
    const answer = toText(call(name, subject, ...values));
    if (answer === 'true' || answer === '1') return;
    const code = lastError(subject);
    // Some LMSs return nothing or an odd value on success.
    if (answer !== 'false' && answer !== '0' && Number(code) === 0) return;
    throw new TrackingError(subject, code, explanation(subject, code));
  };

  const explanation = (subject: string, code: string): string => {
    try {
      return toText(call(functions.getErrorString, subject, code)) ?? '';
    } catch {
      return '';
    }
  };

  const setValue = (element: string, value: string) =>
    demand(functions.setValue, element, element, value);

  /** Reads an element once. @returns undefined if the call threw or returned no text */
  const ask = (element: string, isText = false): string | undefined => {
    try {
      const value = call(functions.getValue, element, element);
      return isText && ['number', 'boolean'].includes(typeof value) ? undefined : toText(value);
    } catch (error) {
      if (!(error instanceof TrackingError)) throw error;
      return undefined;
    }
  };

  const hasError = (element: string): boolean => {
    try {
      return Number(lastError(element)) !== 0;
    } catch (error) {
      if (!(error instanceof TrackingError)) throw error;
      return true;
    }
  };

  /**
   * Some LMSs send only changed values at a commit, and count a failed request as sent (Moodle 4.3, SCORM 1.2).
   * A value that must be sent again is changed and changed back.
   */
  const changeAndBack = () => {
    const again = [...uncommitted].flatMap(([element, value]) => {
      const other = failures.has(element) ? rules.placeholder?.(element, value) : undefined;
      return other === undefined ? [] : [{ element, value, other }];
    });
    if (again.length === 0) return;
    try {
      for (const { element, other } of again) call(functions.setValue, element, element, other);
      demand(functions.commit, functions.commit, '');
    } finally {
      for (const { element, value } of again) setValue(element, value);
    }
  };

  const forget = () => {
    for (const element of uncommitted.keys()) {
      held.delete(element);
      failures.set(element, (failures.get(element) ?? 0) + 1);
    }
    uncommitted.clear();
  };

  return {
    initialize: () => demand(functions.initialize, functions.initialize, ''),
    terminate: () => demand(functions.terminate, functions.terminate, ''),
    commit() {
      try {
        changeAndBack();
        demand(functions.commit, functions.commit, '');
        if (!rules.isOnline()) throw new TrackingError(functions.commit, 'offline');
      } catch (error) {
        forget();
        throw error;
      }
      uncommitted.clear();
      failures.clear();
    },
    read(element, doubts = {}) {
      const { isText, isExpected = false, mayBeUnset, isWeighty, isKnown = () => true } = doubts;
      const isFine = (value?: string) =>
        value !== undefined && isKnown(value) && !(isExpected && value === '');
      const first = ask(element, isText);
      if (isFine(first) && !(isWeighty && first !== '')) return first;
      const second = ask(element, isText);
      // If two readings differ, a third one decides.
      if (isWeighty && isFine(first) && second !== first)
        return [first, second].find((value) => value === ask(element, isText));
      if (!(isExpected && second === '' && hasError(element))) return second;
      // "Value not initialized" (SCORM 2004 RTE 3.1.7): nothing was ever set, and nothing is lost.
      return mayBeUnset && lastError(element) === '403' ? '' : undefined;
    },
    answers: (element) => ask(element) !== undefined && !hasError(element),
    set(elements) {
      let refusal: TrackingError | undefined;
      for (const [element, value] of elements) {
        if (held.get(element) === value || missing.has(element)) continue;
        const times = failures.get(element) ?? 0;
        const spelt = times > 0 ? (rules.respell?.(element, value, times) ?? value) : value;
        try {
          setValue(element, spelt);
          held.set(element, value);
          uncommitted.set(element, spelt);
        } catch (error) {
          if (!(error instanceof TrackingError)) throw error;
          if (isOptional(element) && isUnimplemented(error)) missing.add(element);
          else refusal ??= error;
        }
      }
      if (refusal) throw refusal;
    },
    hold(elements) {
      for (const [element, value] of elements) held.set(element, value);
    },
  };
}

/**
 * Some LMSs return numbers, booleans or `String` objects where the standards require strings; other objects are
 * ignored.
 */
function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  try {
    // A `String` object of another window is not an instance of this window's `String`.
    return Object.prototype.toString.call(value) === '[object String]'
      ? String.prototype.valueOf.call(value)
      : undefined;
  } catch {
    // A cross-origin object throws, and an object may only pretend to be a `String`.
    return undefined;
  }
}

/** A thrown value as text; an LMS may throw values of any type. */
function printed(error: unknown): string {
  try {
    return String(error);
  } catch {
    return '';
  }
}

/** 401 "not implemented" in SCORM 1.2 and "undefined element" in 2004; 402 "unimplemented" in 2004. */
const isUnimplemented = ({ code }: TrackingError) => code === '401' || code === '402';
