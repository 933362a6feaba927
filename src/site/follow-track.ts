import '../progress/page/contents-link.ts';
import { recorder } from '../progress/page/page-recorder.ts';

/**
 * Shows the elements of a page for the learner's track (`data-way` names the tracks), and points its links along the
 * track. The next page in course order remains as a small link beyond the track.
 */
const track = recorder.fixedTrack ?? recorder.attempt.track;
if (track !== undefined) {
  const selector = `[data-way~="${CSS.escape(track)}"]`;
  for (const element of document.querySelectorAll<HTMLElement>(selector)) element.hidden = false;
  // The space is reserved by the first mark in the breadcrumb, so the others can go.
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
