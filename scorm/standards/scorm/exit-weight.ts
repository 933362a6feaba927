import type { SynchronousDriver } from '../../../src/progress/driver.ts';
import { doEverything } from '../../../src/progress/everything-done.ts';
import { openSession } from '../../../src/progress/open-session.ts';
import type { TrackedCourse } from '../../../src/progress/session.ts';
import type { FunctionNames } from './calls.ts';
import type { ScormApi } from './find-api.ts';

/**
 * Bytes that Moodle sends when a page closes after everything in the course was done: every element,
 * form-encoded, with dots as double underscores.
 */
export function scormExitBytes(
  course: TrackedCourse,
  functions: FunctionNames,
  driverOf: (api: ScormApi) => SynchronousDriver,
): number {
  const values = new Map<string, string>();
  const deferred: (() => void)[] = [];
  const driver = driverOf(takesAll(values, functions));
  const session = openSession(driver, driver.open(), course, {
    place: 'lms',
    store: () => ({ getItem: () => null, setItem: () => undefined, removeItem: () => undefined }),
    now: () => 0,
    defer: (work) => deferred.push(work),
    after: () => () => undefined,
    isVisible: true,
  });
  doEverything(session, course);
  for (const work of deferred) work();
  void session.close();
  const fields = [...values].map(([name, value]) => [name.replaceAll('.', '__'), value]);
  return new URLSearchParams(fields).toString().length;
}

/** An LMS that accepts everything and counts its rows. */
function takesAll(values: Map<string, string>, functions: FunctionNames): ScormApi {
  const rows = (list: string) =>
    new Set(
      [...values.keys()].flatMap((name) =>
        name.startsWith(`${list}.`) ? name.slice(list.length + 1).split('.')[0] : [],
      ),
    ).size;
  return {
    [functions.initialize]: () => 'true',
    [functions.terminate]: () => 'true',
    [functions.getValue]: (name: string) =>
      name.endsWith('._count')
        ? String(rows(name.slice(0, -'._count'.length)))
        : (values.get(name) ?? ''),
    [functions.setValue]: (name: string, value: string) => {
      values.set(name, value);
      return 'true';
    },
    [functions.commit]: () => 'true',
    [functions.getLastError]: () => '0',
    [functions.getErrorString]: () => '',
  };
}
