import { playPackage } from '../../preview/browser/lms.ts';
import { sequenced } from '../scorm2004/rollup.ts';
import { scorm2004RunTime } from '../scorm2004/run-time.ts';

playPackage(scorm2004RunTime, sequenced);
