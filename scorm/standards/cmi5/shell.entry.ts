import { startShell } from '../../shell/shell.ts';
import { cmi5Driver } from './driver.ts';
import { launchParameters } from './launch-url.ts';

const launched = launchParameters(location.href);
let isLeaving = false;
// Before the shell, which ends its session then.
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
      // A frame goes when its platform takes it away; a window of its own may be loaded again.
      mayReturn: () => window.top === window,
      goTo: (address) => location.assign(address),
    }),
);
