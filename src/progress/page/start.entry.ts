import { recorder } from './page-recorder.ts';
import { showBegin } from './show-begin.ts';
import { showProgress } from './show-progress.ts';
import { showTrack } from './show-track.ts';

const show = () => {
  showTrack();
  showProgress();
  showBegin();
};
show();
recorder.subscribe(show);
