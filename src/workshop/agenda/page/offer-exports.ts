import { part } from '../../../site/query-part.ts';
import { saveFile } from '../../../site/save-file.ts';
import { saveDocx } from '../../page/save-docx.ts';
import { workFile } from '../../work-file.ts';
import type { Agenda } from '../agenda.ts';
import { agendaCalendar, agendaDocument, type AgendaWords } from '../agenda-exports.ts';
import { linkWith } from '../agenda-link.ts';
import type { Wish } from '../wish.ts';
import { course } from './course-id.ts';

/** The agenda that is currently shown. */
interface Shown {
  readonly agenda: Agenda;
  readonly words: AgendaWords;
  readonly wish: Wish;
}

/**
 * Sets up the buttons that export an agenda: to paper, as a document, to a calendar, as a link.
 * @param page contains the buttons and the line for the outcome
 */
export function offerExports(page: HTMLElement, shown: () => Shown): void {
  const said = part(page, 'export-said');
  const tell = (text: string | undefined) => (said.textContent = text ?? '');
  part(page, 'print').addEventListener('click', () => print());
  const docx = part(page, 'docx');
  docx.addEventListener('click', () => {
    const { agenda, words } = shown();
    const written = agendaDocument(agenda, words);
    void saveDocx(String(page.dataset['docx']), 'agenda', written).then((isSaved) =>
      tell(isSaved ? '' : docx.dataset['failed']),
    );
  });
  const ics = part(page, 'ics');
  ics.addEventListener('click', () => {
    const { agenda, words, wish } = shown();
    tell(wish.date === '' ? ics.dataset['noDate'] : '');
    if (wish.date === '') return;
    const file = agendaCalendar(agenda, words, wish.date, course, new Date());
    saveFile('agenda.ics', 'text/calendar', file);
  });
  const link = part(page, 'link');
  link.addEventListener('click', () => {
    const [address = ''] = location.href.split('#');
    const text = part(page, 'link-text') as HTMLInputElement;
    text.hidden = false;
    text.value = linkWith(address, workFile({ kind: 'agenda', course }, '', shown().wish));
    text.focus();
    text.select();
    tell(link.dataset['shown']);
  });
}
