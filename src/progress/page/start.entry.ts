import { isBlank } from '../attempt.ts';
import { bringLists, listsComeLate, onFoldOpened } from './module-lists.ts';
import { recorder } from './page-recorder.ts';
import { showBegin } from './show-begin.ts';
import { showProgress } from './show-progress.ts';
import { showTrack } from './show-track.ts';

const show = () => {
  showTrack();
  showProgress();
  showBegin();
};
let shows = false;
const begin = () => {
  if (shows) return;
  shows = true;
  show();
  recorder.subscribe(show);
};

/** Whether there is anything to show of the learner. */
const hasBegun = ({ fixedTrack, attempt } = recorder) =>
  fixedTrack !== undefined ||
  attempt.track !== undefined ||
  attempt.location !== '' ||
  !isBlank(attempt);

// All that is shown of a learner is counted in the lists. Who has just arrived does not wait for them, and where they
// cannot be had the page stays as it is for whoever arrives.
const bring = () => void bringLists().then(begin, () => undefined);
const meet = () => {
  if (hasBegun()) bring();
};
if (listsComeLate) {
  meet();
  recorder.subscribe(meet);
  onFoldOpened(bring);
} else begin();
