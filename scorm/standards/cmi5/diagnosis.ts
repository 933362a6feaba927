import type { Finding } from '../../diagnostics/finding.ts';
import { allowedOffset } from '../../diagnostics/surroundings.ts';
import { launchDataOf } from './launch-data.ts';
import type { LaunchParameters } from './launch-url.ts';
import { type Fetch, platform } from './platform.ts';

/** Id of the document that the test writes; separate, so that the attempt is not changed. */
const probeState = 'ati.diagnostics';
/** Maximum size of the state of an attempt, in characters (P01). */
const needed = 4000;

/**
 * Tests an LMS through the endpoint of a launch, with the token that the course has fetched, since it can be
 * fetched only once. Sends no statement, and deletes the one document it writes.
 */
export async function diagnoseCmi5(
  launched: LaunchParameters,
  token: string | undefined,
  request: Fetch,
  now: () => number,
): Promise<Finding[]> {
  const findings: Finding[] = [{ id: 'api', verdict: 'good' }];
  const say = (id: Finding['id'], verdict: Finding['verdict'], measured = '') =>
    void findings.push({ id, verdict, ...(measured && { measured }) });
  if (token === undefined) {
    say('session', 'fault', 'no token');
    return findings;
  }
  const lms = platform(launched, token, request, now);
  const attempted = async <T>(work: Promise<T>): Promise<{ value?: T; error: string }> =>
    work.then(
      (value) => ({ value, error: '' }),
      (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
    );
  const launch = await attempted(lms.readState('LMS.LaunchData'));
  const data = launchDataOf(launch.value);
  say('session', data ? 'good' : 'fault', data ? '' : launch.error || 'LMS.LaunchData');
  if (!data) return findings;
  say('mode', data.launchMode === 'Normal' ? 'good' : 'fault', data.launchMode);
  say('learner', 'good');
  const preferences = await attempted(lms.readPreferences());
  say('elements', preferences.error === '' ? 'good' : 'note', preferences.error);
  const progress = await attempted(lms.readState('ati.progress'));
  say('read', progress.error === '' ? 'good' : 'fault', progress.error);

  const text = 'a'.repeat(needed);
  const written = await attempted(lms.writeState(probeState, { text }, false));
  const back = await attempted(lms.readState(probeState));
  const isSame = (back.value as { text?: unknown } | undefined)?.text === text;
  say('suspend', written.error === '' && isSame ? 'good' : 'fault', written.error || back.error);
  const removed = await attempted(lms.removeState(probeState));
  if (Math.abs(lms.clockOffset) > allowedOffset)
    say('clock', 'note', `${Math.round(lms.clockOffset / 60_000)} min`);
  say('commit', written.error === '' && removed.error === '' ? 'good' : 'fault', removed.error);
  return findings;
}
