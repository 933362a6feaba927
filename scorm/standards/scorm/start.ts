import type { SynchronousDriver } from '../../../src/progress/driver.ts';
import { startShell } from '../../shell/shell.ts';
import { type ApiName, findApi, type ScormApi } from './find-api.ts';

/**
 * Starts the shell of a SCORM package.
 * @param apiName the API of the package's standard; no other is looked for
 * @param initialize name of the function that begins a session
 */
export function startScormShell(
  apiName: ApiName,
  initialize: string,
  driverOf: (api: ScormApi, isOnline: () => boolean) => SynchronousDriver,
): void {
  startShell(() => {
    const api = findApi(apiName, initialize, window);
    return api && driverOf(api, () => navigator.onLine);
  });
}
