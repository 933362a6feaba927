import { startScormShell } from '../scorm/start.ts';
import { functionNames, scorm2004Driver } from '../scorm2004/driver.ts';

startScormShell('API_1484_11', functionNames.initialize, scorm2004Driver);
