import { isPass } from '../../course/completion.ts';
import { interpolate } from '../../site/interpolate.ts';
import { formatPercent } from '../../site/number-format.ts';
import { part } from '../../site/query-part.ts';
import type { AnsweredQuestion, ShowResult } from './result-file.ts';
import { reviewed } from './review.ts';
import { linkReviews } from './review-links.ts';
import { showCalibration } from './show-calibration.ts';

export const showResult: ShowResult = (player, mastery, answered, levels) => {
  const right = answered.filter((each) => each.grade === 1).length;
  const score = right / answered.length;
  part(player, 'result').hidden = false;
  const passed = isPass(score, mastery);
  part(player, 'passed').hidden = !passed;
  const failed = part(player, 'failed');
  failed.hidden = passed;
  const why = failed.querySelector('span');
  if (why)
    why.textContent = interpolate(player.dataset['failed'], { percent: formatPercent(mastery) });
  part(player, 'score').textContent = interpolate(player.dataset['score'], {
    right,
    total: answered.length,
    percent: formatPercent(score),
  });
  part(player, 'review').replaceChildren(...answered.map((each) => review(player, each)));
  const unsafe = answered.flatMap((each, item) => (isUnsafe(each) ? item : []));
  part(player, 'safety').hidden = unsafe.length === 0;
  linkReviews(player, part(player, 'unsafe'), unsafe);
  showCalibration(
    player,
    levels,
    answered.map(({ grade }) => grade),
  );
};

/** Whether acting on the answer could cost a life. */
const isUnsafe = ({ form, grade }: AnsweredQuestion) =>
  grade === 0 && form.closest('[data-safety]') !== null;

/** Review of one question: what was asked and answered, what is right and why, and where to read again. */
function review(player: HTMLElement, answered: AnsweredQuestion): Node {
  const line = reviewed(part(player, 'reviewed'), answered);
  part(line, 'danger').hidden = !isUnsafe(answered);
  const reread = part(line, 'reread');
  for (const [place, { href, title }] of answered.lessons.entries()) {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = title;
    reread.append(place > 0 ? '; ' : '', link);
  }
  return line;
}
