import { requestWatch } from '../../diagnostics/request-watch.ts';
import { diagnoseScorm } from '../../diagnostics/scorm-diagnosis.ts';
import { showDiagnosis } from '../../diagnostics/show-diagnosis.ts';
import { findApi } from '../scorm/find-api.ts';
import { probe } from './probe.ts';

void showDiagnosis(() => {
  const api = findApi('API', probe.functions.initialize, window);
  return api && diagnoseScorm(api, probe, requestWatch(window));
});
