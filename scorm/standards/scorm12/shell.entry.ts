import { scorm12Driver } from './driver.ts';
import { startShell } from '../../shell/shell.ts';

startShell('API', scorm12Driver);
