import { calibration, type Confidence, type ConfidenceLevels } from '../confidence.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { linkReviews } from './review-links.ts';

/** Shows after a try how confidence and results fit, and which answers to reread first. */
export function showCalibration(
  player: HTMLElement,
  levels: ConfidenceLevels,
  grades: readonly (0 | 1)[],
): void {
  const found = calibration(levels, grades);
  const note = part(player, 'calibration');
  note.hidden = found === undefined;
  if (found === undefined) return;
  for (const line of note.querySelectorAll<HTMLElement>('[data-level]')) {
    const { stated, right } = found.counts[line.dataset['level'] as Confidence];
    line.hidden = stated === 0;
    line.textContent = interpolate(line.dataset['words'], { marked: stated, right });
  }
  part(note, 'sure-and-wrong').hidden = found.sureAndWrong.length === 0;
  linkReviews(player, part(note, 'first'), found.sureAndWrong);
}
