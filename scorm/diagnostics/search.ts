import type { Finding } from './finding.ts';

/** Timeout and polling interval of the search for a late API, in milliseconds. */
const longestSearch = 15_000;
const searchPause = 500;
/** An LMS found within this time does not count as late, in milliseconds. */
const atOnce = 2000;

/** Clock of a search, and the time that the course has searched before. */
export interface Searching {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** How long the course searched for the LMS before, in milliseconds; undefined if unknown. */
  readonly before?: number;
}

/**
 * Searches for an LMS as long as a course does, and tests it.
 * @param diagnose tests the LMS; returns undefined while none is found
 * @returns the findings; the first states whether an LMS was found, and after what time
 */
export async function searched(
  diagnose: () => Promise<readonly Finding[]> | undefined,
  { now, pause, before = 0 }: Searching,
): Promise<readonly Finding[]> {
  const begun = now();
  let trial = diagnose();
  while (trial === undefined && now() - begun < longestSearch) {
    await pause(searchPause);
    trial = diagnose();
  }
  if (trial === undefined) return [{ id: 'api', verdict: 'fault' }];
  const waited = Math.max(before, now() - begun);
  const [api, ...others] = await trial;
  const seconds = Math.round(waited / 1000);
  const late: Finding =
    waited > atOnce
      ? { id: 'late', verdict: 'note', measured: `${seconds} s` }
      : { id: 'late', verdict: 'good' };
  return [...(api ? [api] : []), late, ...others];
}
