import { recorder } from './page/page-recorder.ts';
import { showProgress } from './page/show-progress.ts';
import { showTrack } from './page/show-track.ts';

const show = () => {
  showTrack();
  showProgress();
};
show();
recorder.subscribe(show);
