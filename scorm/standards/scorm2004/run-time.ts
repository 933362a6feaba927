import { Scorm2004API } from 'scorm-again';
import type { RunTimeOf } from '../../preview/browser/session.ts';

/** Plays a package of either edition; the calls and elements of a course are the same in both. */
export const scorm2004RunTime: RunTimeOf = (elements, settings) => {
  const api = new Scorm2004API(settings);
  api.loadFromFlattenedJSON({ ...elements });
  return {
    name: 'API_1484_11',
    model: () => api.renderCommitCMI(true),
    // General commit failure (SCORM 2004 RTE 3.1.7).
    commitFailed: '391',
    calls: {
      Initialize: (parameter) => api.lmsInitialize(parameter),
      Terminate: (parameter) => api.lmsFinish(parameter),
      GetValue: (element) => api.lmsGetValue(element),
      SetValue: (element, value) => api.lmsSetValue(element, value),
      Commit: (parameter) => api.lmsCommit(parameter),
      GetLastError: () => api.lmsGetLastError(),
      GetErrorString: (code) => api.lmsGetErrorString(code),
      GetDiagnostic: (code) => api.lmsGetDiagnostic(code),
    },
  };
};
