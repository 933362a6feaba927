import { scormExitBytes } from '../scorm/exit-weight.ts';
import type { RunTimeStandard } from '../standard.ts';
import { functionNames, scorm2004Driver } from './driver.ts';
import { lms } from './lms.ts';
import { scorm2004Manifest } from './manifest.ts';
import { shortIdentifier } from './token.ts';

/** SCORM 2004 4th Edition: one SCO, answers by id, completion and success as separate statuses. */
export const scorm2004: RunTimeStandard = {
  id: 'scorm2004',
  name: 'SCORM 2004 4th Edition',
  folder: import.meta.dirname,
  messages: 'scorm2004',
  manifestName: 'imsmanifest.xml',
  manifest: (course, paths, units) => scorm2004Manifest(course, paths, '4th Edition', units).text,
  hasUnits: true,
  token: shortIdentifier,
  exitBytes: (course) => scormExitBytes(course, functionNames, scorm2004Driver),
  lms,
};
