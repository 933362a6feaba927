import { Kept } from '../../kept/kept.ts';
import { hasMarks } from '../../notes/page/has-marks.ts';
import type { OwnWords } from '../../notes/page/own-words-file.ts';
import type { Recorder } from '../../progress/recorder.ts';
import { element } from '../../site/element.ts';
import { interpolate } from '../../site/interpolate.ts';
import { loadScriptGlobal } from '../../site/load-script.ts';
import { printPage } from '../../site/print-page.ts';
import { bringSources, canBringSources } from '../../sources/page/bring-sources.ts';
import { type Choices, choicesFrom, usual } from '../choices.ts';
import { choicesKey } from './keep-look.ts';
import { explainTerms } from './explain-terms.ts';
import { tellKeeping } from './keeping-notices.ts';
import { Listening } from './listening.ts';
import { act, hasQuickFind, isPrint, pressed } from './press.ts';
import type { ExplainTerm, ReaderText, StartReader } from './reader-file.ts';
import { answerKeys, ReaderPanel } from './reader-panel.ts';
import { linkSections } from './section-links.ts';
import type { Words } from './words.ts';

/** The globals of this script: the text that the build writes above it, and the function that it defines. */
interface ReaderWindow {
  atiReaderText?: ReaderText;
  atiReader?: StartReader;
}

const place = window as ReaderWindow;
const text = place.atiReaderText;
const { src } = document.currentScript as HTMLScriptElement;
const besideMe = (path: string) => new URL(path, src).href;

if (text) place.atiReader = (recorder, event) => start(text, recorder, event);

function start(
  text: ReaderText,
  recorder: Recorder | undefined,
  event: Event | undefined,
): ExplainTerm {
  const words: Words = (name, values = {}) => interpolate(text.words[name], values);
  const sheet = element('link', '');
  sheet.rel = 'stylesheet';
  sheet.href = besideMe(text.style);
  document.head.append(sheet);

  if (recorder) tellKeeping(recorder, words, besideMe(text.record));
  const kept = new Kept<Choices>(
    { store: () => localStorage, key: choicesKey },
    choicesFrom,
    usual,
  );
  const panel = new ReaderPanel({
    words,
    kept,
    listening: new Listening(words, kept),
    keys: [
      [hasQuickFind ? 's' : '/', words('search')],
      ['n', words('nextPage')],
      ['p', words('previousPage')],
      [answerKeys, words('answer')],
      ['?', words('help')],
    ],
  });
  linkSections(words);

  const onClick = ({ target }: Event) => {
    const on = (selector: string) => (target as Element).closest<HTMLElement>(selector);
    if (on('.head [href$="#reading"]')) panel.open();
    const print = on('[data-print]');
    if (print) void bringSources().then(() => printPage(print));
  };
  const onKey = (event: KeyboardEvent) => {
    // The browser's own print command would not wait for the sources to load.
    if (isPrint(event) && canBringSources() && parent === window) {
      event.preventDefault();
      void bringSources().then(() => window.print());
      return;
    }
    const shortcut = kept.value.keys ? pressed(event) : undefined;
    if (shortcut === undefined) return;
    if (shortcut === 'help') panel.open('keys');
    else if (!act(shortcut)) return;
    event.preventDefault();
  };
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
  if (event?.type === 'click') onClick(event);
  if (event?.type === 'keydown') onKey(event as KeyboardEvent);
  meetSelection(besideMe(text.ownWords), recorder?.learnerKey);
  return explainTerms();
}

/**
 * Loads the script of marks on a page that has marks, or once the reader selects a passage. Pages that keep notes
 * already have it.
 */
function meetSelection(ownWords: string, learnerKey: string | undefined): void {
  if (document.documentElement.dataset['own'] !== undefined) return;
  const load = () => {
    document.removeEventListener('selectionchange', onSelection);
    loadScriptGlobal<OwnWords>(ownWords, 'atiOwnWords').then(
      (marks) => marks.start(learnerKey),
      () => undefined,
    );
  };
  const onSelection = () => {
    if (getSelection()?.isCollapsed === false) load();
  };
  document.addEventListener('selectionchange', onSelection);
  onSelection();
  if (hasMarks()) load();
}
