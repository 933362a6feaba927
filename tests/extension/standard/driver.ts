import type {
  Launch,
  LearnerStatus,
  Reportable,
  SynchronousDriver,
} from '../../../src/progress/driver.ts';

/** State of the toy's LMS, which it keeps between launches as well. */
export interface ToyLms {
  kept?: LearnerStatus;
  reports: Reportable[];
}

/** Keeps the attempt in one object of the window above. */
export function toyDriver(lms: ToyLms): SynchronousDriver {
  let isOpen = false;
  let unsaved: LearnerStatus | undefined;
  const commit = () => {
    if (isOpen && unsaved) lms.kept = unsaved;
  };
  return {
    open() {
      isOpen = true;
      const { kept } = lms;
      return {
        mode: 'normal',
        completion: kept?.completion ?? 'incomplete',
        success: kept?.success ?? 'unknown',
        ...(kept?.score !== undefined && { score: kept.score }),
        ...(kept && { stored: { suspendData: kept.suspendData, location: kept.location } }),
      } satisfies Launch;
    },
    save: (status) => void (unsaved = higher(unsaved ?? lms.kept, status)),
    report: (what) => void lms.reports.push(what),
    commit,
    close() {
      commit();
      isOpen = false;
    },
  };
}

/** The status after a report, in which no status is lowered and no score forgotten (P13). */
function higher(before: LearnerStatus | undefined, after: LearnerStatus): LearnerStatus {
  const score = after.score ?? before?.score;
  return {
    ...after,
    completion: before?.completion === 'completed' ? 'completed' : after.completion,
    success: before?.success === 'passed' ? 'passed' : after.success,
    ...(score !== undefined && { score }),
  };
}
