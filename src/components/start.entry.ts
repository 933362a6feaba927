import { recorder } from './page/page-recorder.ts';
import { showProgress } from './page/show-progress.ts';

showProgress();
recorder.subscribe(showProgress);
