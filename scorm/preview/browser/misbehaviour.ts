import type { Elements } from '../../standards/standard.ts';

/** Calls of a platform, by name. */
type Answering = Readonly<Record<string, (...args: string[]) => unknown>>;

/** Text as a boolean or a number, if it is one; numbers in the format of some databases. */
export function loose(answer: string): unknown {
  if (answer === 'true') return true;
  if (answer === 'false') return false;
  if (/^0?\.\d+$/.test(answer)) return Number(answer).toFixed(4);
  return answer !== '' && /^\d{1,3}(\.\d+)?$/.test(answer) ? Number(answer) : answer;
}

/** The same calls, which return booleans and numbers although the standards require strings. */
export const loosened = (
  calls: Readonly<Record<string, (...args: string[]) => string>>,
): Answering =>
  Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [name, (...args) => loose(call(...args))]),
  );

/** Optional elements of SCORM 1.2 (RTE 3.4.4). */
const optional =
  /^cmi\.(?:core\.(?:lesson_mode|score\.(?:min|max))|comments|objectives|student_data|student_preference|interactions)/;
/** Error code for an element that is not implemented (SCORM 1.2 RTE 3.3.6). */
const notImplemented = '401';

/** The calls of a platform with only the mandatory elements; in SCORM 2004 all elements are mandatory. */
export function mandatoryOnly(
  calls: Readonly<Record<string, (...args: string[]) => string>>,
): Readonly<Record<string, (...args: string[]) => string>> {
  let isRefused = false;
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      (...args: string[]) => {
        if (name === 'LMSGetLastError' && isRefused) return notImplemented;
        if (/Error|Diagnostic/.test(name)) return call(...args);
        isRefused = /^LMS[GS]etValue$/.test(name) && optional.test(args[0] ?? '');
        if (!isRefused) return call(...args);
        return name === 'LMSSetValue' ? 'false' : '';
      },
    ]),
  );
}

/**
 * The API object of the other standard, which some platforms expose as well. Calls to it do not change the attempt.
 * @param name of the interface of the package's own standard
 */
export function otherInterface(name: 'API' | 'API_1484_11'): Answering {
  const prefix = name === 'API' ? '' : 'LMS';
  const end = name === 'API' ? 'Terminate' : 'LMSFinish';
  const answers = { Initialize: 'true', GetValue: '', SetValue: 'true', Commit: 'true' };
  const errors = { GetLastError: '0', GetErrorString: '', GetDiagnostic: '' };
  return {
    ...Object.fromEntries(
      Object.entries({ ...answers, ...errors }).map(([call, answer]) => [
        prefix + call,
        () => answer,
      ]),
    ),
    [end]: () => 'true',
  };
}

/**
 * Simulates a platform that sends only the elements that differ from its last request, even if that request was lost.
 */
export class Differences {
  #sent: Elements;

  constructor(kept: Elements) {
    this.#sent = kept;
  }

  /** The elements that differ from those sent last. */
  of(elements: Elements): Elements {
    const before = this.#sent;
    this.#sent = elements;
    return Object.fromEntries(
      Object.entries(elements).filter(([name, value]) => before[name] !== value),
    );
  }
}

/**
 * Removes suspend data and location from the data model of a completed or passed course (P06); other data models are
 * returned unchanged.
 */
export function wiped(elements: Elements): Elements {
  const status = elements['cmi.core.lesson_status'] ?? elements['cmi.completion_status'] ?? '';
  if (!['completed', 'passed'].includes(status)) return elements;
  return Object.fromEntries(
    Object.entries(elements).filter(
      ([name]) => !/\.(?:suspend_data|(?:lesson_)?location)$/.test(name),
    ),
  );
}
