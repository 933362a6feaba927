import { interpolate } from '../../site/interpolate.ts';
import type { Recorder } from '../recorder.ts';
import type { ContentsDrawer } from '../page/contents-file.ts';
import {
  isFor,
  isEntryDone,
  showContentsState,
  entriesOf,
  isLesson,
} from '../page/contents-state.ts';

/** The globals of this script: the text that the build writes above it, and the drawer that it defines. */
interface ContentsWindow {
  atiContentsText?: {
    readonly html: string;
    readonly title: string;
    readonly close: string;
    /** Sentence with the placeholders `done` and `total`. */
    readonly read: string;
    readonly style: string;
  };
  atiContents?: ContentsDrawer;
}

const place = window as ContentsWindow;
const text = place.atiContentsText;
const { src } = document.currentScript as HTMLScriptElement;

if (text !== undefined) {
  const holder = document.createElement('div');
  holder.innerHTML = text.html;
  // Its links are relative to the file, which is in another folder than the page.
  for (const link of holder.querySelectorAll('a'))
    link.href = new URL(String(link.getAttribute('href')), src).href;
  let dialog: HTMLDialogElement | undefined;
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = new URL(text.style, src).href;
  // A drawer without styles still works as a dialog.
  const isStyled = new Promise((resolve) => (sheet.onload = sheet.onerror = resolve));

  const standingOf = (recorder: Recorder) => {
    const known = holder.querySelector<HTMLElement>('.toc')?.dataset['tracks']?.split(' ');
    const track = recorder.fixedTrack ?? recorder.attempt.track;
    return {
      attempt: recorder.attempt,
      track: track !== undefined && known?.includes(track) ? track : undefined,
      masteryScore: recorder.masteryScore,
    };
  };

  const make = () => {
    const made = document.createElement('dialog');
    made.className = 'drawer';
    made.setAttribute('aria-label', text.title);
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'quiet';
    close.textContent = text.close;
    close.addEventListener('click', () => made.close());
    // A click in the margin beside the drawer is a click on the backdrop.
    made.addEventListener('click', ({ target }) => {
      if (target === made) made.close();
    });
    const head = document.createElement('header');
    head.append(text.title, close);
    holder.prepend(head);
    made.append(holder);
    document.head.append(sheet);
    document.body.append(made);
    return made;
  };

  place.atiContents = {
    open(recorder) {
      dialog ??= make();
      showContentsState(holder, standingOf(recorder));
      const shown = dialog;
      void isStyled.then(() => {
        shown.showModal();
        const here = location.href.replace(/[?#].*$/, '');
        for (const link of holder.querySelectorAll('a')) {
          const isHere = link.href === here;
          link.toggleAttribute('aria-current', isHere);
          if (!isHere) continue;
          link.setAttribute('aria-current', 'page');
          const fold = link.closest('section')?.querySelector('details');
          if (fold) fold.open = true;
          link.scrollIntoView({ block: 'center' });
          link.focus({ preventScroll: true });
        }
      });
    },
    readWords(recorder) {
      const now = standingOf(recorder);
      const lessons = entriesOf(holder).filter(
        (entry) => isLesson(entry) && isFor(entry, now.track),
      );
      return interpolate(text.read, {
        done: lessons.filter((entry) => isEntryDone(entry, now)).length,
        total: lessons.length,
      });
    },
    listOf: (module) =>
      holder.querySelector(`[data-module="${CSS.escape(module)}"] .toc`)?.cloneNode(true),
  };
}
