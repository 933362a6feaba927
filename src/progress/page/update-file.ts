import type { Recorder } from '../recorder.ts';

/** What `assets/update-<language>.js` leaves behind: it tells the learner, and the recorder, of an update. */
export interface UpdateWindow {
  atiUpdate?: (recorder: Recorder) => void;
}

/**
 * Sees to it that a record belongs to the version of this page. Who has done nothing yet has nothing
 * to be told; for anybody else the file about the changes is asked for, by a script element, which
 * works from a disk and under `script-src 'self'`, and only where something is still open.
 */
export function meetVersion(recorder: Recorder): void {
  const { version, update, resume } = document.documentElement.dataset;
  if (version === undefined || update === undefined) return;
  const { edition, viewed, cases, checks } = recorder.attempt;
  if (viewed.length + Object.keys({ ...cases, ...checks }).length === 0) {
    // A visit to the start page alone leaves nothing behind.
    if (resume !== undefined && edition?.version !== version)
      recorder.record({ type: 'course.upgraded', edition: { version, again: [] } });
  } else if (edition?.version !== version || edition.since || edition.again.length > 0) {
    const script = document.createElement('script');
    script.src = update;
    // Where it cannot be had, the next page asks again.
    script.addEventListener('load', () => (window as UpdateWindow).atiUpdate?.(recorder));
    document.head.append(script);
  }
}
