import { loadScriptGlobal } from '../../site/load-script.ts';
import type { Recorder } from '../recorder.ts';

/** The global that `assets/update-<language>.js` sets: tells the learner, and the recorder, of an update. */
export interface UpdateWindow {
  atiUpdate?: TellUpdate;
}

type TellUpdate = (recorder: Recorder) => void;

/**
 * Sees to it that a record belongs to the version of this page. Who has done nothing yet has nothing
 * to be told; for anybody else the file about the changes is asked for, and only where something is
 * still open.
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
    loadScriptGlobal<TellUpdate>(update, 'atiUpdate').then(
      (tell) => tell(recorder),
      // The next page asks again.
      () => undefined,
    );
  }
}
