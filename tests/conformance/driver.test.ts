import { Scorm12API, Scorm2004API } from 'scorm-again';
import type { ScormApi } from '../../scorm/standards/scorm/find-api.ts';
import { scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { scorm2004Driver } from '../../scorm/standards/scorm2004/driver.ts';
import type { SynchronousDriver } from '../../src/progress/driver.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import { profiles } from './fake-lms/profiles.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { standard2004 } from './fake-lms/standard2004.ts';
import { type Place, driverContract } from './driver-contract.ts';

const adapters = [
  ['SCORM 1.2', standard12, scorm12Driver],
  ['SCORM 2004', standard2004, scorm2004Driver],
] as const;

for (const [name, standard, driverOf] of adapters)
  for (const [profile, behaviour] of Object.entries(profiles)) {
    if (behaviour.mandatoryOnly && standard !== standard12) continue;
    driverContract(`${name}, P08: an LMS that ${profile}`, (): Place => {
      const lms = new FakeLms(standard, behaviour);
      const { initialize, terminate } = standard.functions;
      return {
        launch: () => driverOf(lms.launch()[standard.apiName] ?? {}),
        // An element that an LMS may lack is asked for once.
        refused: () =>
          lms.refused
            .filter(({ error }) => !(behaviour.mandatoryOnly && error === '401'))
            .map(({ name: call, values, error }) => `${call}(${values.join()}): ${error}`),
        sessions: () => ({
          begun: lms.callsOf(initialize).length,
          ended: lms.callsOf(terminate).length,
        }),
        wipesOnComplete: behaviour.wipesOnComplete === true,
      };
    });
  }

/** scorm-again as an LMS: what it kept at a commit, or at the end, is loaded into the next launch. */
function scormAgain(
  make: (keep: (data: object) => void) => {
    api: object;
    load: (data: object) => void;
  },
  driverOf: (api: ScormApi) => SynchronousDriver,
): Place {
  let kept: object | undefined;
  const refused: string[] = [];
  /** The API with a note of each value that it refuses. */
  const watched = (api: object): ScormApi =>
    new Proxy(api as ScormApi, {
      get(target, name: keyof ScormApi) {
        const call: unknown = target[name];
        if (typeof call !== 'function' || !/SetValue$/.test(name)) return call;
        return (...values: unknown[]) => {
          const answer: unknown = call.apply(target, values);
          if (String(answer) !== 'true') refused.push(`${name}(${values.join()})`);
          return answer;
        };
      },
    });
  return {
    launch() {
      const { api, load } = make((data) => (kept = JSON.parse(JSON.stringify(data)) as object));
      if (kept) load(kept);
      return driverOf(watched(api));
    },
    refused: () => refused,
  };
}

const quiet = { autocommit: false, logLevel: 'NONE', lmsCommitUrl: false } as const;

driverContract('scorm-again, SCORM 1.2', () =>
  scormAgain((keep) => {
    const api = new Scorm12API({ ...quiet });
    api.on('LMSCommit', () => keep(api.renderCMIToJSONObject()));
    api.on('LMSFinish', () => keep(api.renderCMIToJSONObject()));
    return { api, load: (data) => api.loadFromJSON((data as { cmi: never }).cmi) };
  }, scorm12Driver),
);

driverContract('scorm-again, SCORM 2004', () =>
  scormAgain((keep) => {
    const api = new Scorm2004API({ ...quiet });
    api.on('Commit', () => keep(api.renderCMIToJSONObject()));
    api.on('Terminate', () => keep(api.renderCMIToJSONObject()));
    return { api, load: (data) => api.loadFromJSON((data as { cmi: never }).cmi) };
  }, scorm2004Driver),
);
