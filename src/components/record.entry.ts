import './evaluation/evaluation-record.element.ts';
import './page/learner-record.element.ts';
import { recorder } from './page/page-recorder.ts';
import { showTrack } from './page/show-track.ts';

showTrack();
recorder.subscribe(showTrack);
