/** The name under which a standard's API stands in a window (SCORM 1.2 RTE 3.3.6.1; 2004 RTE 3.3.1). */
export type ApiName = 'API' | 'API_1484_11';

/** An LMS's API object: functions that take and give strings, if it keeps to the standard. */
export type ScormApi = Readonly<Record<string, unknown>>;

const mostParents = 10;

/**
 * Finds the API that the LMS put into a window above this one or above the one that opened it. Only
 * the given name is looked for: some LMSs show the APIs of both standards (P14). Never throws: a
 * window of another origin is passed by (P15).
 * @param start the window of the shell
 */
export function findApi(name: ApiName, start: Window): ScormApi | undefined {
  const above = ancestors(start);
  for (const opener of [start, ...above.slice(-1)].map((win) => read(win, 'opener')))
    if (isObject(opener)) above.push(opener, ...ancestors(opener));
  for (const win of above) {
    const api = read(win, name);
    if (isObject(api)) return api;
  }
  return undefined;
}

type Readable = object;

const isObject = (value: unknown): value is ScormApi =>
  (typeof value === 'object' || typeof value === 'function') && value !== null;

/** A property of a window, or undefined where its origin forbids to look. */
function read(win: Readable, property: string): unknown {
  try {
    return (win as Record<string, unknown>)[property];
  } catch {
    return undefined;
  }
}

function ancestors(start: Readable): Readable[] {
  const found: Readable[] = [];
  let win = start;
  while (found.length < mostParents) {
    const parent = read(win, 'parent');
    if (!isObject(parent) || parent === win) break;
    found.push(parent);
    win = parent;
  }
  return found;
}
