import '../../evaluation/page/evaluation-record.element.ts';
import './learner-record.element.ts';
import './contents-link.ts';
import { recorder } from './page-recorder.ts';
import { showTrack } from './show-track.ts';

showTrack();
recorder.subscribe(showTrack);
