import type { Finding } from './finding.ts';

/** How long an LMS is waited for whose API comes late, and how often it is looked for, in milliseconds. */
const longestSearch = 15_000;
const searchPause = 500;
/** An LMS that is there so soon is not late. */
const atOnce = 2000;

/** Clock of a search, and the time that the course has searched before. */
export interface Searching {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** How long the course had to look for the LMS before, in milliseconds; undefined where it is not known. */
  readonly before?: number;
}

/**
 * Looks for an LMS as long as a course does, and tries it.
 * @param diagnose tries the LMS; undefined while none is found
 * @returns what was found, and first of all whether there is an LMS, and since when
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
