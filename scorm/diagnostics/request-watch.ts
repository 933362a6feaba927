import { windowsFrom } from './permissions.ts';

/** Tells how many requests a platform's windows have made. */
export interface RequestWatch {
  readonly count: () => number;
  /** Waits without an act; what is asked for meanwhile the platform asks by itself, and counts no more. */
  readonly listen: () => Promise<unknown>;
  /** Waits until a request that was just made counts. */
  readonly settle: () => Promise<unknown>;
}

/** How long a request is waited for, in milliseconds. */
const patience = 700;
/** How long it is listened to what a platform asks by itself; pages that look for news do so each second or so. */
const listening = 1500;

/**
 * Counts the requests of the windows above a page, by their own notes (Resource Timing), which hold the
 * address alone and not what was sent.
 * @returns undefined where no window tells, or none would note any more
 */
export function requestWatch(start: Window): RequestWatch | undefined {
  const timelines = [...windowsFrom(start)].flatMap((win) => timelineOf(win) ?? []);
  // A list that is full takes no more; the standard asks for room for 250.
  if (timelines.length === 0) return undefined;
  for (const timeline of timelines) timeline.setResourceTimingBufferSize(5000);
  const byItself = new Set<string>();
  const askedIn = (timeline: Performance) =>
    timeline.getEntriesByType('resource').map(({ name }) => name.replace(/[?#].*/, ''));
  const wait = (milliseconds: number) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));
  return {
    count: () => timelines.flatMap(askedIn).filter((address) => !byItself.has(address)).length,
    settle: () => wait(patience),
    listen: async () => {
      const earlier = timelines.map((each) => askedIn(each).length);
      await wait(listening);
      timelines.forEach((each, place) => {
        for (const address of askedIn(each).slice(earlier[place])) byItself.add(address);
      });
    },
  };
}

function timelineOf(win: Window): Performance | undefined {
  try {
    return 'getEntriesByType' in win.performance ? win.performance : undefined;
  } catch {
    return undefined;
  }
}
