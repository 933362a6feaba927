import { Scorm12API } from 'scorm-again';
import { playPackage } from '../../preview/browser/lms.ts';

playPackage((elements, settings) => {
  const api = new Scorm12API(settings);
  api.loadFromFlattenedJSON({ ...elements });
  return {
    name: 'API',
    model: () => api.renderCommitCMI(true),
    // General exception (SCORM 1.2 RTE 3.3.6).
    commitFailed: '101',
    calls: {
      LMSInitialize: (parameter) => api.lmsInitialize(parameter),
      LMSFinish: (parameter) => api.lmsFinish(parameter),
      LMSGetValue: (element) => api.lmsGetValue(element),
      LMSSetValue: (element, value) => api.lmsSetValue(element, value),
      LMSCommit: (parameter) => api.lmsCommit(parameter),
      LMSGetLastError: () => api.lmsGetLastError(),
      LMSGetErrorString: (code) => api.lmsGetErrorString(code),
      LMSGetDiagnostic: (code) => api.lmsGetDiagnostic(code),
    },
  };
});
