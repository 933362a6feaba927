/** The name of a standard's API object in a window (SCORM 1.2 RTE 3.3.6.1; 2004 RTE 3.3.1). */
export type ApiName = 'API' | 'API_1484_11';

/** An LMS's API object: functions that take and give strings, if it keeps to the standard. */
export type ScormApi = Readonly<Record<string, unknown>>;

const mostParents = 10;

/**
 * Finds the API of an LMS: in this window, in its ancestors, then in the window that opened them and the ancestors of
 * that window. Only the given name is looked for, because some LMSs expose the APIs of both standards (P14). An object
 * without the function that begins a session is not an API: an element or a frame may have its name.
 * Never throws; skips windows of another origin (P15).
 * @param initialize name of the function that begins a session
 * @param start the window of the shell
 */
export function findApi(name: ApiName, initialize: string, start: object): ScormApi | undefined {
  const windows = [start, ...ancestors(start)];
  for (const opener of [start, windows.at(-1)].map((win) => property(win, 'opener')))
    if (isObject(opener)) windows.push(opener, ...ancestors(opener));
  for (const win of windows) {
    const api = property(win, name);
    if (isObject(api) && typeof property(api, initialize) === 'function') return api as ScormApi;
  }
  return undefined;
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' || typeof value === 'function') && value !== null;

/** A property, or undefined if the window is of another origin. */
function property(owner: unknown, name: string): unknown {
  try {
    return (owner as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

function ancestors(start: object): object[] {
  const found: object[] = [];
  let win = start;
  while (found.length < mostParents) {
    const parent = property(win, 'parent');
    if (!isObject(parent) || parent === win) break;
    found.push(parent);
    win = parent;
  }
  return found;
}
