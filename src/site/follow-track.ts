import '../progress/page/contents-link.ts';
import { recorder } from '../progress/page/page-recorder.ts';

/**
 * Shows what a page holds for the learner's track (`data-way` names the tracks), and leads along it. What comes
 * next in the order of the course stays as a small way beyond the track.
 */
const track = recorder.fixedTrack ?? recorder.attempt.track;
if (track !== undefined) {
  const selector = `[data-way~="${CSS.escape(track)}"]`;
  for (const element of document.querySelectorAll<HTMLElement>(selector)) element.hidden = false;
  // One of the marks in the breadcrumb keeps the place of all.
  for (const other of document.querySelectorAll('.where > [hidden]')) other.remove();
  const turn = document.querySelector<HTMLElement>('.turn');
  const links = turn
    ?.querySelector('template')
    ?.content.querySelectorAll<HTMLAnchorElement>(selector);
  for (const link of links ?? []) {
    const plain = turn?.querySelector(`[rel="${link.rel}"]`);
    const label = plain?.querySelector('.label');
    if (!turn || !plain || !label) continue;
    const on = document.importNode(link, true);
    on.prepend(label.cloneNode(true));
    plain.before(on);
    if (link.rel === 'prev') plain.remove();
    else {
      plain.removeAttribute('rel');
      plain.className = 'small';
      label.textContent = String(turn.dataset['beyond']);
    }
  }
}
