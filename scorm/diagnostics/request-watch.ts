import { windowsFrom } from './permissions.ts';

/** Counts the requests made by the windows of a platform. */
export interface RequestWatch {
  readonly count: () => number;
  /**
   * Waits without doing anything. Addresses that the platform requests meanwhile are its own polling and are ignored
   * from then on.
   */
  readonly listen: () => Promise<unknown>;
  /**
   * Waits until a request that was just made is counted; a request is counted once it is answered.
   * @param earlier the count before the request
   */
  readonly settle: (earlier: number) => Promise<unknown>;
}

/** Minimum wait for a request, in milliseconds, so that a request of one step is not counted for the next. */
const patience = 700;
/** Maximum wait, in milliseconds, for slow connections; also how long `listen` observes the polling of the platform. */
const utmost = 3000;

/**
 * Counts the requests of the ancestor windows of a page from their Resource Timing entries, which contain only
 * URLs, never the data sent.
 * @returns undefined if no window exposes its entries, or every buffer is full
 */
export function requestWatch(start: Window): RequestWatch | undefined {
  const timelines = [...windowsFrom(start)].flatMap((win) => timelineOf(win) ?? []);
  // A full buffer records nothing more; the standard requires room for 250 entries.
  if (timelines.length === 0) return undefined;
  for (const timeline of timelines) timeline.setResourceTimingBufferSize(5000);
  const byItself = new Set<string>();
  const askedIn = (timeline: Performance) =>
    timeline.getEntriesByType('resource').map(({ name }) => name.replace(/[?#].*/, ''));
  const wait = (milliseconds: number) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));
  const count = () => timelines.flatMap(askedIn).filter((address) => !byItself.has(address)).length;
  return {
    count,
    settle: async (earlier) => {
      await wait(patience);
      for (let waited = patience; count() === earlier && waited < utmost; waited += 100)
        await wait(100);
    },
    listen: async () => {
      const earlier = timelines.map((each) => askedIn(each).length);
      await wait(utmost);
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
