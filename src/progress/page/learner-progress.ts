import { chosenTrack } from './chosen-track.ts';
import type { LearnerProgress } from './contents-state.ts';
import { recorder } from './page-recorder.ts';

// What is brought to the page knows the pass mark of the course; the page that of its package.
const stated = document.querySelector<HTMLElement>('.track[data-mastery]')?.dataset['mastery'];

/** Progress of the learner, by which the lists of this page are shown. */
export const learnerProgress = (): LearnerProgress => ({
  attempt: recorder.attempt,
  track: chosenTrack(),
  masteryScore: recorder.masteryScore ?? (stated === undefined ? undefined : Number(stated)),
});
