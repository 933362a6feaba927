import { recorder } from './page-recorder.ts';

/** A lesson is viewed when its end came into view, or when the reader went on by "Next". */
export function watchLessonEnd(): void {
  const lesson = document.documentElement.dataset['lesson'];
  const end = document.querySelector('.turn');
  if (lesson === undefined || end === null) return;
  const viewed = () => {
    watch.disconnect();
    recorder.record({ type: 'lesson.viewed', lesson });
  };
  const watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) viewed();
  });
  watch.observe(end);
  // The links may be those of a track, which come later.
  end.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest('a');
    if (link && link.rel !== 'prev') viewed();
  });
}
