import './follow-track.ts';
import { recorder } from '../progress/page/page-recorder.ts';
import { showProgress } from '../progress/page/show-progress.ts';
import { prefetchNext } from './prefetch-next.ts';

showProgress();
recorder.subscribe(showProgress);
prefetchNext();
