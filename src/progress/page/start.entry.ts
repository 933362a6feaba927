import { recorder } from './page-recorder.ts';
import { showProgress } from './show-progress.ts';
import { showTrack } from './show-track.ts';

const show = () => {
  showTrack();
  showProgress();
};
show();
recorder.subscribe(show);
