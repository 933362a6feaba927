import { showDiagnosis } from '../../diagnostics/show-diagnosis.ts';
import { diagnoseCmi5 } from './diagnosis.ts';
import { uuidOf } from './identifier.ts';
import { sessionPlace } from './kept-session.ts';
import { launchParameters } from './launch-url.ts';

/** The page is in the frame of the shell, whose URL has the launch parameters. */
const launched = launchParameters(window.parent.location.href);

void showDiagnosis(
  () =>
    launched &&
    diagnoseCmi5(
      launched,
      sessionPlace(() => sessionStorage, `ati-cmi5-${uuidOf(launched.fetch)}`).read()?.token,
      (address, init) => fetch(address, init),
      () => Date.now(),
    ),
);
