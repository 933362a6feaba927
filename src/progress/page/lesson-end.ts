import { loadContents } from './contents-file.ts';
import { contentsLink } from './contents-link.ts';
import { recorder } from './page-recorder.ts';

/** A lesson counts as viewed once its end has come into view, or the reader has followed "Next". */
export function watchLessonEnd(): void {
  const lesson = document.documentElement.dataset['lesson'];
  const end = document.querySelector<HTMLElement>('.turn');
  if (lesson === undefined || end === null) return;
  const viewed = () => {
    watch.disconnect();
    recorder.record({ type: 'lesson.viewed', lesson });
    void tellCount(end);
  };
  const watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) viewed();
  });
  watch.observe(end);
  // The links of a track are inserted later, so the listener is on their container.
  end.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest('a');
    if (link && link.rel !== 'prev') viewed();
  });
}

/** States below the links how much of the way is read; nothing if the contents fail to load. */
async function tellCount(end: HTMLElement): Promise<void> {
  const src = contentsLink?.dataset['contents'];
  if (src === undefined) return;
  const contents = await loadContents(src).catch(() => undefined);
  if (contents === undefined) return;
  const line = document.createElement('p');
  line.className = 'small state';
  line.setAttribute('role', 'status');
  end.append(line);
  line.textContent = contents.readWords(recorder);
}
