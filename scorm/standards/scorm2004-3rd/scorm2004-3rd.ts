import type { RunTimeStandard } from '../standard.ts';
import { scorm2004Manifest } from '../scorm2004/manifest.ts';
import { scorm2004 } from '../scorm2004/scorm2004.ts';

/**
 * SCORM 2004 3rd Edition, for LMSs that refuse a manifest of the 4th. The run-time is the same: every element that a
 * course sets exists in both editions, and suspend data may have 64,000 characters (Run-Time Environment,
 * `cmi.suspend_data`). Our packages use no addition of the 4th Edition to manifests, such as shared data or a threshold
 * for completion by measure.
 */
export const scorm2004Third: RunTimeStandard = {
  ...scorm2004,
  id: 'scorm2004-3rd',
  name: 'SCORM 2004 3rd Edition',
  folder: import.meta.dirname,
  manifest: (course, paths, units) => scorm2004Manifest(course, paths, '3rd Edition', units).text,
  lms: {
    ...scorm2004.lms,
    recognises: ({ schemaVersion }) => schemaVersion === '2004 3rd Edition',
  },
};
