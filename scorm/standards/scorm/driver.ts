import {
  type Launch,
  type LearnerStatus,
  type SynchronousDriver,
  TrackingError,
} from '../../../src/progress/driver.ts';
import { type CallRules, type Element, scormCalls, type ScormCalls } from './calls.ts';
import type { ScormApi } from './find-api.ts';
import { type RowRules, scormRows } from './rows.ts';

/** Values of the status elements by name; undefined if one could not be read. */
export type StatusValues = Readonly<Record<string, string | undefined>>;

/** A SCORM standard as tables: names of its elements and meanings of their values. */
export interface ScormTables extends Omit<CallRules, 'isOnline'>, RowRules {
  /** Error codes for "already initialized". */
  readonly alreadyOpen: readonly string[];
  /** Elements read at a launch. */
  readonly elements: Readonly<
    Record<
      | 'mode'
      | 'location'
      | 'suspendData'
      | 'masteryScore'
      | 'score'
      | 'learnerId'
      | 'learnerName'
      | 'exit',
      string
    >
  >;
  /** The elements for completion and success, with the vocabulary of each. */
  readonly statusWords: Readonly<Record<string, readonly string[]>>;
  /** Maximum score: 100 if scores are in percent, 1 if they are scaled. */
  readonly fullMarks: number;
  readonly meaningOf: (values: StatusValues) => Pick<Launch, 'completion' | 'success'>;
  /**
   * The statuses to set: never lower than before (P13), and never one without information. If the previous
   * value is unknown, only the highest.
   */
  readonly raise: (
    before: StatusValues,
    target: Pick<LearnerStatus, 'completion' | 'success'>,
  ) => Record<string, string>;
  /** Elements of a status except completion and success, with the score first (P20). */
  readonly toElements: (status: LearnerStatus, launch: { hasMasteryScore: boolean }) => Element[];
  /** Elements set in a read-only session: none, unless the LMS would complete the course by itself. */
  readonly inPreview: (values: StatusValues) => Element[];
}

/** Stores the attempt in an LMS by SCORM. */
export function scormDriver(
  api: ScormApi,
  tables: ScormTables,
  isOnline: () => boolean = () => true,
): SynchronousDriver {
  const calls = scormCalls(api, { ...tables, isOnline });
  const rows = scormRows(calls, tables);
  let isOpen = false;
  let isWritable = false;
  /** Whether a read-only session has set something. */
  let hasPreviewed = false;
  let hasMasteryScore = false;
  let statuses: StatusValues = {};
  /** The score that the LMS had; 0 for none, undefined while it could not be read. */
  let score: number | undefined;

  /** The statuses; those that could not be read before are read again. */
  const readStatuses = (isExpected: boolean): StatusValues =>
    Object.fromEntries(
      Object.entries(tables.statusWords).map(([name, words]) => {
        const isKnown = (text: string) => text === '' || words.includes(text);
        return [name, statuses[name] ?? calls.read(name, { isText: true, isExpected, isKnown })];
      }),
    );

  /** Sets the values for a read-only session; a failure has no effect in this session. */
  const preview = () => {
    try {
      const elements = tables.inPreview(statuses);
      calls.set(elements);
      hasPreviewed = elements.length > 0;
    } catch (error) {
      if (!(error instanceof TrackingError)) throw error;
    }
  };

  /** Begins the session, or continues one left open by an earlier page of this window. */
  const begin = () => {
    try {
      calls.initialize();
    } catch (error) {
      if (!(error instanceof TrackingError)) throw error;
      if (!tables.alreadyOpen.includes(error.code) || !calls.answers(tables.elements.mode))
        throw error;
    }
  };

  /** A course that was opened and left is incomplete, and resumes at the next launch (P12). */
  const suspend = () => {
    const raised = tables.raise(statuses, { completion: 'incomplete', success: 'unknown' });
    calls.set([[tables.elements.exit, 'suspend'], ...Object.entries(raised)]);
  };

  return {
    open() {
      begin();
      isOpen = true;
      const facts = readFacts(calls, tables);
      const stored = readStored(calls, tables);
      const isResumed = stored.location !== '' || stored.suspendData !== '';
      statuses = readStatuses(isResumed);
      score = readScore(calls, tables, isResumed);
      isWritable = facts.mode === 'normal';
      hasMasteryScore = facts.masteryScore !== undefined;
      const lmsValues = {
        ...facts,
        ...tables.meaningOf(statuses),
        ...(score !== undefined && score > 0 && { score }),
      };
      // No LMS leaves every status empty, so all readings may be failing.
      const isSilent = Object.values(statuses).every((status) => status === '');
      const progress = readProgress(calls, tables, stored, { ...lmsValues, isSilent });
      calls.hold([
        ...Object.entries(statuses).map(([name, value]) => [name, value ?? ''] as const),
        [tables.elements.location, progress.stored?.location ?? ''],
        [tables.elements.suspendData, progress.stored?.suspendData ?? ''],
      ]);
      if (!isWritable) preview();
      return { ...lmsValues, ...progress, ...rowCount() };
    },
    save(status) {
      if (!isOpen || !isWritable) return;
      statuses = readStatuses(true);
      score ??= readScore(calls, tables, true);
      const raised = tables.raise(statuses, status);
      statuses = { ...statuses, ...raised };
      calls.set([
        ...tables.toElements(notLowered(status, score), { hasMasteryScore }),
        ...Object.entries(raised),
      ]);
    },
    report(what) {
      if (!isOpen || !isWritable) return;
      if ('interaction' in what) rows.interaction(what.interaction);
      else rows.objective(what.objective);
    },
    commit() {
      if (isOpen && isWritable) calls.commit();
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      try {
        if (isWritable) suspend();
        if (isWritable || hasPreviewed) calls.commit();
      } finally {
        terminate(calls);
      }
    },
  };

  function rowCount(): Pick<Launch, 'rows' | 'hasReadableRows'> {
    const count = isWritable ? rows.count() : undefined;
    return count === undefined ? {} : { rows: count, hasReadableRows: tables.hasReadableIds };
  }
}

/** Ends the session; retries once after a refusal, because there is no later call that could. */
function terminate(calls: ScormCalls) {
  try {
    calls.terminate();
  } catch (error) {
    if (!(error instanceof TrackingError)) throw error;
    calls.terminate();
  }
}

/** The status with a score not below that of the LMS; without a score if the LMS's is unknown. */
const notLowered = (status: LearnerStatus, lmsScore: number | undefined): LearnerStatus => {
  const { score, ...others } = status;
  return score === undefined || lmsScore === undefined
    ? others
    : { ...others, score: Math.max(score, lmsScore) };
};

/** Parses a scaled value, 0 to 1; undefined if it is not one. */
function scaled(text: string, fullMarks: number): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text) / fullMarks;
  return value >= 0 && value <= 1 ? value : undefined;
}

/**
 * Reads the score that the LMS has; 0 for none, undefined if it could not be read.
 * @param isResumed whether the course was opened before, so that an empty value may be an error
 */
function readScore(
  calls: ScormCalls,
  { elements, fullMarks }: ScormTables,
  isResumed: boolean,
): number | undefined {
  const isKnown = (text: string) => !Number.isNaN(Number(text));
  const text = calls.read(elements.score, {
    ...{ isExpected: isResumed, mayBeUnset: true, isWeighty: true },
    isKnown,
  });
  return text === undefined ? undefined : (scaled(text, fullMarks) ?? 0);
}

type Facts = Pick<Launch, 'mode' | 'masteryScore' | 'learner'>;

const modes = ['', 'normal', 'review', 'browse'];

/** Reads the data of the session and the learner; each call may fail by itself. */
function readFacts(calls: ScormCalls, { elements, fullMarks }: ScormTables): Facts {
  const mode = calls.read(elements.mode, { isKnown: (text) => modes.includes(text) });
  const masteryScore = scaled(
    calls.read(elements.masteryScore, { isWeighty: true }) ?? '',
    fullMarks,
  );
  const id = calls.read(elements.learnerId);
  const name = calls.read(elements.learnerName) ?? '';
  return {
    // LMSs without the element return an empty mode (P25).
    mode: mode === 'review' || mode === 'browse' ? mode : 'normal',
    ...(masteryScore !== undefined && { masteryScore }),
    ...(id && { learner: { id, name } }),
  };
}

/** Stored values as read; `suspendData` is undefined if reading failed. */
interface Stored {
  readonly location: string;
  readonly suspendData: string | undefined;
}

/** The attempt and the place to resume. Both are written together, so if only one is empty it is read again. */
function readStored(calls: ScormCalls, { elements }: ScormTables): Stored {
  // Trailing spaces come from sending a text again (`respell`).
  const read = (element: string, isExpected: boolean) =>
    calls.read(element, { isText: true, isExpected })?.trimEnd();
  const location = read(elements.location, false);
  const suspendData = read(elements.suspendData, Boolean(location));
  const again = !location && suspendData ? read(elements.location, true) : location;
  return { location: again ?? '', suspendData };
}

/** Reads the stored progress again if empty suspend data contradicts the status or score. */
function readProgress(
  calls: ScormCalls,
  { elements }: ScormTables,
  { location, suspendData: first }: Stored,
  lmsValues: Pick<Launch, 'completion' | 'success' | 'score'> & { readonly isSilent: boolean },
): Pick<Launch, 'stored' | 'isUnread'> {
  const { completion, success, score, isSilent } = lmsValues;
  const isExpected =
    location !== '' || completion === 'completed' || success !== 'unknown' || score !== undefined;
  const doubts = { isText: true, isExpected: true, mayBeUnset: !isExpected };
  const suspendData =
    (isExpected || isSilent) && first === ''
      ? calls.read(elements.suspendData, doubts)?.trimEnd()
      : first;
  const stored = { suspendData: suspendData ?? '', location };
  return {
    ...((suspendData || location) && { stored }),
    ...((suspendData === undefined || (isExpected && suspendData === '')) && {
      isUnread: true as const,
    }),
  };
}
