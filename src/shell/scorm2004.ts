import { scorm2004Tracker } from '../tracking/scorm2004.ts';
import { startShell } from './shell.ts';

startShell('API_1484_11', scorm2004Tracker);
