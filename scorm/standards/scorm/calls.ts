import type { ScormApi } from './find-api.ts';
import { TrackingError } from '../../../src/progress/driver.ts';

/** Names of the API functions of a standard. */
export interface CallNames {
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

/** The calls of both standards: what an LMS does or says wrong becomes a `TrackingError`. */
export interface ScormCalls {
  /** @throws TrackingError */
  initialize(): void;
  /** @throws TrackingError */
  terminate(): void;
  /** @throws TrackingError */
  commit(): void;
  /** The value as text, empty when there is none. @throws TrackingError only when the call threw */
  readonly get: (element: string) => string;
  /**
   * Sets the elements whose values differ from what was last accepted.
   * @throws TrackingError for the first that was refused; the others are set all the same
   */
  set(elements: readonly Element[]): void;
  /** Notes what the LMS holds already, so that the same need not be sent again. */
  hold(elements: readonly Element[]): void;
}

/**
 * The calls over an API object.
 * @param optional whether a standard leaves it to the LMS to have an element: where it has none, that
 * is no failure, and it is not asked again
 */
export function scormCalls(
  api: ScormApi,
  names: CallNames,
  optional: (element: string) => boolean,
): ScormCalls {
  const held = new Map<string, string>();
  const missing = new Set<string>();

  const call = (name: string, subject: string, ...values: string[]): unknown => {
    const found = api[name];
    if (typeof found !== 'function') throw new TrackingError(subject, 'missing');
    try {
      // By way of the object: LMSs rely on `this`.
      return Reflect.apply(found, api, values);
    } catch (error) {
      throw new TrackingError(subject, 'threw', String(error));
    }
  };

  /** GetLastError is a call too, so it is made only when another failed. */
  const demand = (name: string, subject: string, ...values: string[]) => {
    const answer = text(call(name, subject, ...values));
    if (answer === 'true' || answer === '1') return;
    const code = text(call(names.getLastError, subject));
    // Some LMSs answer nothing at all, and mean yes.
    if (answer === '' && Number(code) === 0) return;
    throw new TrackingError(subject, code, text(call(names.getErrorString, subject, code)));
  };

  return {
    initialize: () => demand(names.initialize, names.initialize, ''),
    terminate: () => demand(names.terminate, names.terminate, ''),
    commit: () => demand(names.commit, names.commit, ''),
    get: (element) => text(call(names.getValue, element, element)),
    set(elements) {
      let refusal: TrackingError | undefined;
      for (const [element, value] of elements) {
        if (held.get(element) === value || missing.has(element)) continue;
        try {
          demand(names.setValue, element, element, value);
          held.set(element, value);
        } catch (error) {
          if (!(error instanceof TrackingError)) throw error;
          if (optional(element) && isUnimplemented(error)) missing.add(element);
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

/** Numbers and booleans are met where the standards say strings. */
const text = (value: unknown): string =>
  value === undefined || value === null ? '' : (value as { toString(): string }).toString();

/** 401 "not implemented" in SCORM 1.2 and "undefined element" in 2004; 402 "unimplemented" in 2004. */
const isUnimplemented = ({ code }: TrackingError) => code === '401' || code === '402';
