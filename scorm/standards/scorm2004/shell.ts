import { scorm2004Tracker } from './driver.ts';
import { startShell } from '../../shell/shell.ts';

startShell('API_1484_11', scorm2004Tracker);
