import { TrackingError } from '../../src/progress/driver.ts';
import type { FunctionNames } from '../standards/scorm/calls.ts';
import type { ScormApi } from '../standards/scorm/find-api.ts';
import type { Finding } from './finding.ts';
import type { RequestWatch } from './request-watch.ts';

/** The names and values of a standard that the diagnosis uses. */
export interface ScormProbe {
  readonly functions: FunctionNames;
  readonly elements: Readonly<
    Record<'mode' | 'credit' | 'learnerId' | 'suspendData' | 'exit' | 'status', string>
  >;
  /** Elements that every LMS must be able to return. */
  readonly readable: readonly string[];
  /** Element for the session time, with the value for zero seconds. */
  readonly noTime: readonly [element: string, value: string];
  /** Number of characters of suspend data that the standard guarantees. */
  readonly promised: number;
  /** Initial status, which an LMS must not turn into `completed` by itself (P12). */
  readonly untouched: readonly [before: string, after: string];
}

/** Tested lengths of suspend data in characters, up to the largest limit of any standard. */
const lengths = [1000, 4000, 4096, 16_000, 64_000] as const;

/**
 * Tests an LMS through the API of a package and restores the attempt: overwritten values are written back, and
 * a session that was not open before is suspended. Writes nothing outside `normal` mode, or if the stored
 * values could not be read.
 * @param watch counts the requests of the LMS; undefined if requests cannot be observed
 */
export async function diagnoseScorm(
  api: ScormApi,
  probe: ScormProbe,
  watch?: RequestWatch,
): Promise<Finding[]> {
  const { functions, elements } = probe;
  const call = (name: string, ...values: string[]): string => {
    const found = api[name];
    if (typeof found !== 'function') throw new TrackingError(name, 'missing');
    const answer: unknown = Reflect.apply(found, api, values);
    // Some LMSs return numbers or booleans where the standards require strings.
    const isPlain = ['string', 'number', 'boolean'].includes(typeof answer);
    return isPlain ? String(answer) : '';
  };
  const attempted = (name: string, ...values: string[]): string | undefined => {
    try {
      return call(name, ...values);
    } catch {
      return undefined;
    }
  };
  const isTrue = (answer: string | undefined) => answer === 'true' || answer === '1';
  const lastError = () => attempted(functions.getLastError) ?? 'threw';
  const read = (element: string) => {
    const value = attempted(functions.getValue, element);
    const error = lastError();
    return { value: value ?? '', error: Number(error) === 0 && value !== undefined ? '' : error };
  };
  const write = (element: string, value: string) =>
    isTrue(attempted(functions.setValue, element, value));
  const commit = () => isTrue(attempted(functions.commit, ''));

  const findings: Finding[] = [{ id: 'api', verdict: 'good' }];
  const say = (id: Finding['id'], verdict: Finding['verdict'], measured = '') =>
    void findings.push({ id, verdict, ...(measured && { measured }) });

  const isBegun = isTrue(attempted(functions.initialize, ''));
  const beginError = isBegun ? '' : lastError();
  const mode = read(elements.mode);
  // A read succeeds in a session that the course has opened; without a session it fails.
  const isOpen = isBegun || mode.error === '' || read(elements.learnerId).error === '';
  say('session', isOpen ? 'good' : 'fault', isOpen ? '' : beginError);
  if (!isOpen) return findings;

  const credit = read(elements.credit);
  const isNormal = mode.value === '' || mode.value === 'normal';
  const noCredit = credit.value === 'no-credit';
  say(
    'mode',
    isNormal ? (noCredit ? 'note' : 'good') : 'fault',
    isNormal && noCredit ? 'no-credit' : mode.value,
  );
  const learner = read(elements.learnerId);
  say('learner', learner.value === '' ? 'fault' : 'good');

  const isCredulous = write(`${elements.suspendData}_no_such_element`, 'x');
  say('refusals', isCredulous ? 'note' : 'good');
  const silent = probe.readable.filter((element) => read(element).error !== '');
  say('elements', silent.length === 0 ? 'good' : 'note', silent.join(' '));

  const before = read(elements.suspendData);
  const isReadable = before.error === '' || before.error === '403';
  say('read', isReadable ? 'good' : 'fault', isReadable ? `${before.value.length}` : before.error);
  if (isNormal && isReadable) {
    tryWriting(before.value);
    if (watch) await trySending(watch);
    leaveAsFound(before.value);
  }
  if (isBegun) end();
  return findings;

  /** Writes texts of growing length, and reads each back after a commit. */
  function tryWriting(original: string) {
    let longest = 0;
    let isKept = true;
    for (const length of lengths) {
      const text = 'a'.repeat(length);
      if (!write(elements.suspendData, text)) break;
      if (read(elements.suspendData).value !== text) break;
      longest = length;
      if (length === lengths[0]) isKept = commit() && read(elements.suspendData).value === text;
    }
    const isEnough = longest >= Math.min(1000 + original.length, lengths[0]);
    say('suspend', longest >= probe.promised ? 'good' : isEnough ? 'note' : 'fault', `${longest}`);
    const hasTime = write(...probe.noTime);
    say('commit', isKept && hasTime ? 'good' : 'fault', hasTime ? lastError() : 'time');
  }

  /**
   * Tests whether saving a value causes a request to the server, and whether saving the same value again does. A page
   * of the platform may make requests of its own meanwhile, so one save without a request outweighs saves with one.
   */
  async function trySending({ count, listen, settle }: RequestWatch) {
    const areSent = async (values: readonly string[]) => {
      for (const value of values) {
        const earlier = count();
        write(elements.suspendData, value);
        commit();
        await settle(earlier);
        if (count() === earlier) return false;
      }
      return true;
    };
    await listen();
    const isSent = await areSent(['a change', 'another change', 'the last change']);
    say('sent', isSent ? 'good' : 'note');
    if (isSent)
      say('again', (await areSent(['the last change', 'the last change'])) ? 'good' : 'note');
  }

  function leaveAsFound(original: string) {
    write(elements.suspendData, original);
    commit();
  }

  function end() {
    if (isNormal) {
      write(elements.exit, 'suspend');
      const [untouched, opened] = probe.untouched;
      if (read(elements.status).value === untouched) write(elements.status, opened);
      commit();
    }
    attempted(functions.terminate, '');
  }
}
