import { startShell } from '../../shell/shell.ts';
import { cmi5Driver } from './driver.ts';
import { launchParameters } from './launch-url.ts';

const launched = launchParameters(location.href);
let isLeaving = false;
// Registered before the shell, which ends its session on this event.
addEventListener('pagehide', () => (isLeaving = true), { capture: true });

startShell(
  () =>
    launched &&
    cmi5Driver(launched, {
      fetch: (address, init) => fetch(address, init),
      now: () => Date.now(),
      ofWindow: () => sessionStorage,
      ofDevice: () => localStorage,
      isLeaving: () => isLeaving,
      // A frame unloads when the platform removes it; a top-level window may be reloading.
      mayReturn: () => window.top === window,
      goTo: (address) => location.assign(address),
    }),
);
