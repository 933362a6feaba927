import { scorm12Tracker } from '../tracking/scorm12.ts';
import { startShell } from './shell.ts';

startShell('API', scorm12Tracker);
