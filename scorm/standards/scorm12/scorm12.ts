import { scormExitBytes } from '../scorm/exit-weight.ts';
import type { RunTimeStandard } from '../standard.ts';
import { functionNames, scorm12Driver } from './driver.ts';
import { lms } from './lms.ts';
import { scorm12Manifest } from './manifest.ts';
import { letterOf } from './token.ts';

/** SCORM 1.2: one SCO, answers by letter, one status for completion and success. */
export const scorm12: RunTimeStandard = {
  id: 'scorm12',
  name: 'SCORM 1.2',
  folder: import.meta.dirname,
  messages: 'scorm12',
  manifestName: 'imsmanifest.xml',
  manifest: (course, paths) => scorm12Manifest(course, paths).text,
  token: (_, position) => letterOf(position),
  exitBytes: (course) => scormExitBytes(course, functionNames, scorm12Driver),
  lms,
};
