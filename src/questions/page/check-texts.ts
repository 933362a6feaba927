import { messageTemplate } from '../../site/message-template.ts';
import type { Reading } from '../../site/reading.ts';

/**
 * The pass mark, the file that shows results and the messages of a check's script (`check-player.ts`), as attributes of
 * its element.
 */
export const checkTexts = ({ course, t }: Pick<Reading, 'course' | 't'>) => ({
  'data-mastery': course.masteryScore,
  'data-result': '/assets/check-result.js',
  'data-asked': messageTemplate(t, 'check.asked', 'number', 'total'),
  'data-resume': t('check.resume'),
  'data-again': t('check.again'),
  'data-tries': messageTemplate(t, 'check.tries', 'count', 'percent'),
  'data-score': messageTemplate(t, 'check.scoreText', 'right', 'total', 'percent'),
});
