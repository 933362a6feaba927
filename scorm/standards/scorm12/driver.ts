import type { ScormApi } from '../scorm/find-api.ts';
import { type Element, scormCalls } from '../scorm/calls.ts';
import { scormRows } from '../scorm/rows.ts';
import { toTimeOfDay, toTimespan } from '../scorm/time.ts';
import type {
  Interaction,
  Launch,
  ObjectiveReport,
  LearnerStatus,
  Driver,
} from '../../../src/progress/driver.ts';

const names = {
  initialize: 'LMSInitialize',
  terminate: 'LMSFinish',
  getValue: 'LMSGetValue',
  setValue: 'LMSSetValue',
  commit: 'LMSCommit',
  getLastError: 'LMSGetLastError',
  getErrorString: 'LMSGetErrorString',
};

/** Elements that an LMS need not have (SCORM 1.2 RTE 3.4.2). */
const isOptional = (element: string) =>
  /^cmi\.(interactions|objectives|student_data|core\.(score\.(min|max)|lesson_mode))/.test(element);

/** `cmi.core.lesson_status`: one word for two questions. A status is never lowered (P13). */
const ranks: Readonly<Record<string, number>> = {
  incomplete: 1,
  browsed: 1,
  completed: 2,
  failed: 2,
  passed: 3,
};

/** Keeps the attempt in an LMS by SCORM 1.2. */
export function scorm12Driver(api: ScormApi): Driver {
  const calls = scormCalls(api, names, isOptional);
  let isWritable = false;
  let isOpen = false;
  let lessonStatus = '';
  let hasMasteryScore = false;
  const report = scormRows(calls, {
    objectiveStatus: 'status',
    hasReadableIds: false,
    toInteraction,
    toObjective,
  });

  const raise = (wanted: string): Element => {
    if ((ranks[wanted] ?? 0) > (ranks[lessonStatus] ?? 0)) lessonStatus = wanted;
    return ['cmi.core.lesson_status', lessonStatus];
  };

  return {
    open() {
      calls.initialize();
      isOpen = true;
      const launch = fromElements(calls.get);
      lessonStatus = calls.get('cmi.core.lesson_status');
      hasMasteryScore = launch.masteryScore !== undefined;
      isWritable = launch.mode === 'normal';
      const { stored } = launch;
      calls.hold([
        ['cmi.core.lesson_status', lessonStatus],
        ['cmi.core.lesson_location', stored?.location ?? ''],
        ['cmi.suspend_data', stored?.suspendData ?? ''],
      ]);
      if (isWritable) {
        // Moodle makes `completed` of `not attempted` at LMSFinish (P12).
        calls.set([raise('incomplete'), ['cmi.core.exit', 'suspend']]);
      }
      return { ...launch, ...meaningOf(lessonStatus) };
    },
    save(status) {
      if (!isOpen || !isWritable) return;
      const wanted = toStatus(status);
      const raised = raise(wanted);
      // Where the LMS has a mastery score, it makes passed or failed of any score at LMSFinish
      // (P21): no score before the status is final.
      const isFinal = wanted === 'failed' || lessonStatus === 'passed';
      calls.set([
        ...(hasMasteryScore && !isFinal ? [] : toScore(status)),
        ...toElements(status),
        raised,
      ]);
    },
    report(what) {
      if (isOpen && isWritable) report(what);
    },
    commit() {
      if (isOpen && isWritable) calls.commit();
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      try {
        if (isWritable) calls.commit();
      } finally {
        calls.terminate();
      }
    },
  };
}

function fromElements(get: (element: string) => string): Omit<Launch, 'completion' | 'success'> {
  const mode = get('cmi.core.lesson_mode');
  const location = get('cmi.core.lesson_location');
  const suspendData = get('cmi.suspend_data');
  const masteryScore = fromRaw(get('cmi.student_data.mastery_score'));
  const score = fromRaw(get('cmi.core.score.raw'));
  const id = get('cmi.core.student_id');
  return {
    // An empty mode is what LMSs without the element say (P25).
    mode: mode === 'review' || mode === 'browse' ? mode : 'normal',
    ...((suspendData || location) && { stored: { suspendData, location } }),
    ...(masteryScore !== undefined && { masteryScore }),
    ...(score !== undefined && { score }),
    ...(id && { learner: { id, name: get('cmi.core.student_name') } }),
  };
}

/** Both questions from one word. `failed` does not say whether all was done; we assume it was not. */
const meaningOf = (status: string): Pick<Launch, 'completion' | 'success'> => ({
  completion: status === 'passed' || status === 'completed' ? 'completed' : 'incomplete',
  success: status === 'passed' || status === 'failed' ? status : 'unknown',
});

/** `passed` and `failed` say of a course that it is over, so both wait for completion. */
const toStatus = ({ completion, success }: LearnerStatus): string =>
  completion === 'completed' && success !== 'unknown' ? success : completion;

const fromRaw = (text: string): number | undefined => {
  const raw = text.trim() === '' ? Number.NaN : Number(text);
  return raw >= 0 && raw <= 100 ? raw / 100 : undefined;
};

const toRaw = (scaled: number) => String(Math.round(scaled * 10000) / 100);

const toScore = ({ score }: LearnerStatus): Element[] =>
  score === undefined
    ? []
    : [
        ['cmi.core.score.raw', toRaw(score)],
        ['cmi.core.score.min', '0'],
        ['cmi.core.score.max', '100'],
      ];

/** The status as elements; score comes before, and status after them (P20). */
const toElements = (status: LearnerStatus): Element[] => [
  ['cmi.core.exit', 'suspend'],
  ['cmi.core.lesson_location', status.location],
  ['cmi.core.session_time', toTimespan(status.sessionSeconds)],
  ['cmi.suspend_data', status.suspendData],
];

const results = { correct: 'correct', incorrect: 'wrong', neutral: 'neutral' } as const;

/** The one letter or digit by which an option is told: `a` for the first in authored order (P23). */
export const choiceToken = (position: number): string =>
  'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(position);

function toResponse({ kind, response, positions }: Interaction): string {
  if (kind === 'numeric' || kind === 'likert' || kind === 'fill-in') return response[0] ?? '';
  if (kind === 'matching')
    return positions.map((target, item) => `${choiceToken(item)}.${choiceToken(target)}`).join(',');
  return positions.map(choiceToken).join(',');
}

/** An interaction as elements (SCORM 1.2 RTE 3.4.4, cmi.interactions). */
const toInteraction = (interaction: Interaction, row: number): Element[] => [
  [`cmi.interactions.${row}.id`, interaction.id],
  [`cmi.interactions.${row}.type`, interaction.kind],
  [`cmi.interactions.${row}.time`, toTimeOfDay(interaction.at)],
  [`cmi.interactions.${row}.student_response`, toResponse(interaction)],
  [`cmi.interactions.${row}.result`, results[interaction.result]],
  [`cmi.interactions.${row}.latency`, toTimespan(interaction.latency)],
];

const toObjective = ({ id, success, score }: ObjectiveReport, row: number): Element[] => [
  [`cmi.objectives.${row}.id`, id],
  [`cmi.objectives.${row}.score.raw`, toRaw(score)],
  [`cmi.objectives.${row}.status`, success],
];
