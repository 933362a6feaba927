import './page/learner-record.element.ts';
import { recorder } from './page/page-recorder.ts';
import { showTrack } from './page/show-track.ts';

showTrack();
recorder.subscribe(showTrack);
