import { cmi5 } from './cmi5/cmi5.ts';
import { scorm12 } from './scorm12/scorm12.ts';
import { scorm2004 } from './scorm2004/scorm2004.ts';
import { scorm2004Third } from './scorm2004-3rd/scorm2004-3rd.ts';
import type { RunTimeStandard, Standard } from './standard.ts';

/** Every standard for which packages can be built. To add one, make its folder and add it here. */
export const standards: readonly Standard[] = [scorm12, scorm2004, scorm2004Third, cmi5];

/** The standards that the preview LMS plays. */
export const playedStandards: readonly Standard[] = standards.filter(
  ({ lms, hasRecordStore }) => lms !== undefined || hasRecordStore === true,
);

/** The standards whose packages look for an API object. */
export const runTimeStandards: readonly RunTimeStandard[] = standards.filter(
  (standard): standard is RunTimeStandard => standard.lms !== undefined,
);
