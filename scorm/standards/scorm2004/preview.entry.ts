import { playPackage } from '../../preview/browser/lms.ts';
import { sequenced } from './rollup.ts';
import { scorm2004RunTime } from './run-time.ts';

playPackage(scorm2004RunTime, sequenced);
