import './page/learner-record.element.ts';
import './page/move-progress.element.ts';
import { recorder } from './page/page-recorder.ts';
import { showTrack } from './page/show-track.ts';

showTrack();
recorder.subscribe(showTrack);
