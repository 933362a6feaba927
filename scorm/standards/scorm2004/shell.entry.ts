import { scorm2004Driver } from './driver.ts';
import { startShell } from '../../shell/shell.ts';

startShell('API_1484_11', scorm2004Driver);
