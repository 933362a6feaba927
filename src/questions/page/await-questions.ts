import { loadScriptGlobal } from '../../site/load-script.ts';
import type { AnsweringWindow } from './answering-file.ts';

/**
 * Loads the script for the questions of a lesson when a reader is one screen away from the first. If loading
 * fails, the page works as without scripts: the answer key is at its end.
 */
export function awaitQuestions(): void {
  const key = document.querySelector<HTMLElement>('.key-of-answers');
  const src = key?.dataset['answering'];
  if (src === undefined) return;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      const name: keyof AnsweringWindow = 'atiAnswering';
      loadScriptGlobal(src, name).catch(() => document.documentElement.classList.remove('live'));
    },
    { rootMargin: '100%' },
  );
  for (const question of document.querySelectorAll('check-question')) observer.observe(question);
}
