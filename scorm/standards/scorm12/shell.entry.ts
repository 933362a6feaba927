import { startScormShell } from '../scorm/start.ts';
import { functionNames, scorm12Driver } from './driver.ts';

startScormShell('API', functionNames.initialize, scorm12Driver);
