import { requestWatch } from '../../diagnostics/request-watch.ts';
import { diagnoseScorm } from '../../diagnostics/scorm-diagnosis.ts';
import { showDiagnosis } from '../../diagnostics/show-diagnosis.ts';
import { findApi } from '../scorm/find-api.ts';
import { probe } from '../scorm2004/probe.ts';

void showDiagnosis(() => {
  const api = findApi('API_1484_11', probe.functions.initialize, window);
  return api && diagnoseScorm(api, probe, requestWatch(window));
});
