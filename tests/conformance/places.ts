import { expect } from 'vitest';
import { cmi5Driver } from '../../scorm/standards/cmi5/driver.ts';
import { launchParameters } from '../../scorm/standards/cmi5/launch-url.ts';
import { scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { scorm2004Driver } from '../../scorm/standards/scorm2004/driver.ts';
import type { Driver } from '../../src/progress/driver.ts';
import type { TextStore } from '../../src/progress/text-store.ts';
import { FakeCmi5Lms } from './fake-cmi5/fake-cmi5.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { standard2004 } from './fake-lms/standard2004.ts';

/** Record in an LMS in the end, in words that all standards share. */
export interface Held {
  readonly completion: string;
  readonly success: string;
  readonly score: number;
  /** Ids of answers and decisions with their results, sorted: cmi5 lists every answer, SCORM a row for each. */
  readonly rows: readonly string[];
}

/** One learner's place in one standard. */
export interface Place {
  launch(): Driver;
  /** Loses what is sent next, on the way. */
  lose(): void;
  find(): void;
  /** Puts into the LMS what an earlier session left; of SCORM only. */
  keep(stored: { readonly suspendData: string; readonly location: string }): void;
  held(): Held;
}

/** A store of texts on a device that nobody used. */
export const memory = (): TextStore => {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
};

function scormPlace(standard: typeof standard12): Place {
  const lms = new FakeLms(standard);
  const is12 = standard.apiName === 'API';
  const value = (name: string) => lms.kept.get(name) ?? '';
  return {
    launch() {
      const api = lms.launch()[standard.apiName] ?? {};
      return is12 ? scorm12Driver(api) : scorm2004Driver(api);
    },
    lose: () => void (lms.broken = { [standard.functions.commit]: 'false' }),
    find: () => void (lms.broken = {}),
    keep({ suspendData, location }) {
      lms.kept.set('cmi.suspend_data', suspendData);
      lms.kept.set(is12 ? 'cmi.core.lesson_location' : 'cmi.location', location);
      lms.kept.set(is12 ? 'cmi.core.lesson_status' : 'cmi.completion_status', 'incomplete');
      lms.kept.set(is12 ? 'cmi.core.exit' : 'cmi.exit', 'suspend');
    },
    held() {
      const status = value('cmi.core.lesson_status');
      const count = [...lms.kept.keys()].filter((name) =>
        /^cmi\.interactions\.\d+\.id$/.test(name),
      );
      return {
        completion: is12
          ? status === 'passed' || status === 'completed'
            ? 'completed'
            : 'incomplete'
          : value('cmi.completion_status'),
        success: is12 ? status : value('cmi.success_status'),
        score: is12 ? Number(value('cmi.core.score.raw')) / 100 : Number(value('cmi.score.scaled')),
        rows: count
          .map((_, row) => {
            const result = value(`cmi.interactions.${row}.result`);
            return `${value(`cmi.interactions.${row}.id`)} ${result === 'wrong' ? 'incorrect' : result}`;
          })
          .toSorted(),
      };
    },
  };
}

function cmi5Place(now: () => number): Place {
  const lms = new FakeCmi5Lms();
  lms.now = now;
  const device = memory();
  return {
    launch() {
      const launched = launchParameters(lms.launch());
      if (!launched) throw new Error('no launch');
      const window = memory();
      return cmi5Driver(launched, {
        fetch: lms.fetch,
        now,
        ofWindow: () => window,
        ofDevice: () => device,
        isLeaving: () => false,
        mayReturn: () => false,
        goTo: () => undefined,
      });
    },
    lose: () => void (lms.fault = ({ method }) => (method === 'GET' ? undefined : 'lost')),
    find: () => void (lms.fault = () => undefined),
    keep: () => {
      throw new Error('A record store keeps documents, which the tests of cmi5 put there.');
    },
    held() {
      expect(lms.refused).toEqual([]);
      // A later answer to the same question stands for the earlier, as a row that is written over.
      const latest = new Map(
        lms.statements
          .filter(({ verb }) => verb?.id?.endsWith('answered'))
          .map(({ object, result }) => [
            object?.id?.split('/').at(-1) ?? '',
            result?.success === undefined ? 'neutral' : result.success ? 'correct' : 'incorrect',
          ]),
      );
      const passed = lms.statements.find(({ verb }) => verb?.id?.endsWith('passed'));
      return {
        completion: lms.verbs.includes('completed') ? 'completed' : 'incomplete',
        success: passed ? 'passed' : 'unknown',
        score: passed?.result?.score?.['scaled'] ?? Number.NaN,
        rows: [...latest].map(([id, result]) => `${id} ${result}`).toSorted(),
      };
    },
  };
}

/** A place of each standard, by its name; what they are made from is the time, in milliseconds. */
export const places = {
  'SCORM 1.2': () => scormPlace(standard12),
  'SCORM 2004, both editions': () => scormPlace(standard2004),
  cmi5: cmi5Place,
} as const;
