import type {
  Interaction,
  LearnerStatus,
  SynchronousDriver,
} from '../../../src/progress/driver.ts';
import type { Element, FunctionNames } from '../scorm/calls.ts';
import { scormDriver, type ScormTables } from '../scorm/driver.ts';
import type { ScormApi } from '../scorm/find-api.ts';
import { toTimeOfDay, toTimespan } from '../scorm/time.ts';
import { placeholder, respell } from './resend.ts';
import { letterOf } from './token.ts';

/** The functions of the API (SCORM 1.2 RTE 3.3.2). */
export const functionNames: FunctionNames = {
  initialize: 'LMSInitialize',
  terminate: 'LMSFinish',
  getValue: 'LMSGetValue',
  setValue: 'LMSSetValue',
  commit: 'LMSCommit',
  getLastError: 'LMSGetLastError',
  getErrorString: 'LMSGetErrorString',
};

const lessonStatus = 'cmi.core.lesson_status';

/** Ranks of the statuses, each one word for completion and success. */
const ranks: Readonly<Record<string, number>> = {
  incomplete: 1,
  browsed: 1,
  completed: 2,
  failed: 2,
  passed: 3,
};

/** Completion and success, which SCORM 1.2 combines in one status. */
type Answers = Pick<LearnerStatus, 'completion' | 'success'>;

/** Completion and success of a status. `failed` does not imply completion; it is read as incomplete. */
const meaningOf = (status = ''): Answers => ({
  completion: status === 'passed' || status === 'completed' ? 'completed' : 'incomplete',
  success: status === 'passed' || status === 'failed' ? status : 'unknown',
});

/** The status to set. `passed` and `failed` end a course, so both require completion. */
const toStatus = ({ completion, success }: Answers): string =>
  completion === 'completed' && success !== 'unknown' ? success : completion;

const toRaw = (scaled: number) => String(Math.round(scaled * 10000) / 100);

const toScore = ({ score }: LearnerStatus): Element[] =>
  score === undefined
    ? []
    : [
        ['cmi.core.score.raw', toRaw(score)],
        ['cmi.core.score.min', '0'],
        ['cmi.core.score.max', '100'],
      ];

const results = { correct: 'correct', incorrect: 'wrong', neutral: 'neutral' } as const;

/** A response as CMIFeedback (SCORM 1.2 RTE 3.4.7); empty if the response is unknown. */
function toResponse({ kind, response, positions }: Interaction): string[] {
  if (response === undefined || positions === undefined) return [];
  if (kind === 'numeric' || kind === 'likert' || kind === 'fill-in') return [response[0] ?? ''];
  if (kind === 'matching')
    return [positions.map((target, item) => `${letterOf(item)}.${letterOf(target)}`).join(',')];
  return [positions.map(letterOf).join(',')];
}

const tables: ScormTables = {
  functions: functionNames,
  // Elements that are optional for an LMS (SCORM 1.2 RTE 3.4.2).
  isOptional: (element) =>
    /^cmi\.(interactions|objectives|student_data|core\.(score\.(min|max)|lesson_mode))/.test(
      element,
    ),
  respell,
  placeholder,
  // General exception (RTE 3.3.6): SCORM 1.2 has no specific code for it.
  alreadyOpen: ['101'],
  elements: {
    mode: 'cmi.core.lesson_mode',
    location: 'cmi.core.lesson_location',
    suspendData: 'cmi.suspend_data',
    masteryScore: 'cmi.student_data.mastery_score',
    score: 'cmi.core.score.raw',
    learnerId: 'cmi.core.student_id',
    learnerName: 'cmi.core.student_name',
    exit: 'cmi.core.exit',
  },
  statusWords: { [lessonStatus]: ['not attempted', ...Object.keys(ranks)] },
  fullMarks: 100,
  meaningOf: (values) => meaningOf(values[lessonStatus]),
  raise({ [lessonStatus]: before }, status) {
    const newStatus = toStatus(status);
    const isRaised =
      before === undefined
        ? newStatus === 'passed'
        : (ranks[newStatus] ?? 0) > (ranks[before] ?? 0);
    return isRaised ? { [lessonStatus]: newStatus } : before ? { [lessonStatus]: before } : {};
  },
  toElements(status, { hasMasteryScore }) {
    // An LMS with a mastery score turns any score into passed or failed at LMSFinish (P21), so no score is set
    // before the status is final.
    const isFinal = ['failed', 'passed'].includes(toStatus(status));
    return [
      ...(hasMasteryScore && !isFinal ? [] : toScore(status)),
      ['cmi.core.exit', 'suspend'],
      ['cmi.core.lesson_location', status.location],
      ['cmi.core.session_time', toTimespan(status.sessionSeconds)],
      ['cmi.suspend_data', status.suspendData],
    ];
  },
  // Moodle turns `not attempted` into `completed` at LMSFinish, even in preview (P12).
  inPreview: ({ [lessonStatus]: before }) =>
    before === 'not attempted' ? [[lessonStatus, 'incomplete']] : [],
  hasReadableIds: false,
  objectiveStatus: 'status',
  /** An interaction as elements (SCORM 1.2 RTE 3.4.4, cmi.interactions). */
  toInteraction: (interaction, row) => {
    const { at, result, latency } = interaction;
    return [
      [`cmi.interactions.${row}.id`, interaction.id],
      [`cmi.interactions.${row}.type`, interaction.kind],
      ...(at ? [[`cmi.interactions.${row}.time`, toTimeOfDay(at)] as const] : []),
      ...toResponse(interaction).map(
        (response) => [`cmi.interactions.${row}.student_response`, response] as const,
      ),
      ...(result ? [[`cmi.interactions.${row}.result`, results[result]] as const] : []),
      ...(latency === undefined
        ? []
        : [[`cmi.interactions.${row}.latency`, toTimespan(latency)] as const]),
    ];
  },
  toObjective: ({ id, success, score }, row) => [
    [`cmi.objectives.${row}.id`, id],
    [`cmi.objectives.${row}.score.raw`, toRaw(score)],
    [`cmi.objectives.${row}.status`, success],
  ],
};

/** Stores the attempt in an LMS by SCORM 1.2. */
export const scorm12Driver = (api: ScormApi, isOnline?: () => boolean): SynchronousDriver =>
  scormDriver(api, tables, isOnline);
