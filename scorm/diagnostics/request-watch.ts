import { windowsFrom } from './permissions.ts';

/** Tells how many requests a platform's windows have made. */
export interface RequestWatch {
  readonly count: () => number;
  /** Waits until a request that was just made counts. */
  readonly settle: () => Promise<unknown>;
}

/** How long a request is waited for, in milliseconds. */
const patience = 700;

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
  return {
    count: () => timelines.reduce((sum, each) => sum + each.getEntriesByType('resource').length, 0),
    settle: () => new Promise((resolve) => setTimeout(resolve, patience)),
  };
}

function timelineOf(win: Window): Performance | undefined {
  try {
    return 'getEntriesByType' in win.performance ? win.performance : undefined;
  } catch {
    return undefined;
  }
}
