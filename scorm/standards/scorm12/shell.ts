import { scorm12Tracker } from './driver.ts';
import { startShell } from '../../shell/shell.ts';

startShell('API', scorm12Tracker);
