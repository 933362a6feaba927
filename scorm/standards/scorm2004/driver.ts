import type {
  Interaction,
  LearnerStatus,
  SynchronousDriver,
} from '../../../src/progress/driver.ts';
import type { Element, FunctionNames } from '../scorm/calls.ts';
import { scormDriver, type ScormTables } from '../scorm/driver.ts';
import type { ScormApi } from '../scorm/find-api.ts';
import { toInterval, toTimestamp } from '../scorm/time.ts';
import { shortIdentifier } from './token.ts';

/** The functions of the API (SCORM 2004 RTE 3.1.3). */
export const functionNames: FunctionNames = {
  initialize: 'Initialize',
  terminate: 'Terminate',
  getValue: 'GetValue',
  setValue: 'SetValue',
  commit: 'Commit',
  getLastError: 'GetLastError',
  getErrorString: 'GetErrorString',
};

const completionStatus = 'cmi.completion_status';
const successStatus = 'cmi.success_status';

const ranks: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  [completionStatus]: { incomplete: 1, completed: 2 },
  [successStatus]: { failed: 1, passed: 2 },
};

/** A number with at most `places` decimals, without trailing zeros. */
const decimal = (value: number, places: number) =>
  String(Math.round(value * 10 ** places) / 10 ** places);

/** All four elements of a score: a gradebook may read only `raw` (Moodle), or only `scaled`. */
const toScore = (path: string, score: number): Element[] => [
  [`${path}.scaled`, decimal(score, 4)],
  [`${path}.raw`, decimal(score * 100, 2)],
  [`${path}.min`, '0'],
  [`${path}.max`, '100'],
];

/** A response (SCORM 2004 RTE 4.2.9.2); empty if the response is unknown. */
function toResponse({ kind, response }: Interaction): string[] {
  if (response === undefined) return [];
  const [text = ''] = response;
  if (kind === 'numeric' || kind === 'likert') return [text];
  // A leading brace would be parsed as a delimiter, `[,]` as a separator.
  if (kind === 'fill-in') return [text.replace(/^\{/, '(').replaceAll('[,]', ', ')];
  // A pair `item.target` becomes `item[.]target`; ids contain no dot.
  return [response.map((id) => shortIdentifier(id).replace('.', '[.]')).join('[,]')];
}

const tables: ScormTables = {
  functions: functionNames,
  // SCORM 2004 makes every element mandatory, but some LMSs omit these; a missing answer log must not stop a
  // lesson.
  isOptional: (element) => /^cmi\.(interactions|objectives)/.test(element),
  alreadyOpen: ['103'],
  elements: {
    mode: 'cmi.mode',
    location: 'cmi.location',
    suspendData: 'cmi.suspend_data',
    masteryScore: 'cmi.scaled_passing_score',
    score: 'cmi.score.scaled',
    learnerId: 'cmi.learner_id',
    learnerName: 'cmi.learner_name',
    exit: 'cmi.exit',
  },
  statusWords: {
    [completionStatus]: ['unknown', 'not attempted', 'incomplete', 'completed'],
    [successStatus]: ['unknown', 'failed', 'passed'],
  },
  fullMarks: 1,
  meaningOf: ({ [completionStatus]: completion, [successStatus]: success }) => ({
    completion: completion === 'completed' ? completion : 'incomplete',
    success: success === 'passed' || success === 'failed' ? success : 'unknown',
  }),
  raise(before, status) {
    const statuses = { [completionStatus]: status.completion, [successStatus]: status.success };
    return Object.fromEntries(
      Object.entries(statuses).flatMap(([name, value]): Element[] => {
        const rankOf = (word = '') => ranks[name]?.[word] ?? 0;
        const stored = before[name];
        const isRaised =
          stored === undefined ? rankOf(value) === 2 : rankOf(value) > rankOf(stored);
        if (isRaised) return [[name, value]];
        return rankOf(stored) > 0 ? [[name, stored ?? '']] : [];
      }),
    );
  },
  toElements: (status: LearnerStatus) => [
    ...(status.score === undefined ? [] : toScore('cmi.score', status.score)),
    // After any other exit the next launch is a new attempt with empty data (Moodle).
    ['cmi.exit', 'suspend'],
    ['cmi.location', status.location],
    ['cmi.session_time', toInterval(status.sessionSeconds)],
    ['cmi.suspend_data', status.suspendData],
  ],
  inPreview: () => [],
  hasReadableIds: true,
  objectiveStatus: 'success_status',
  /** An interaction as elements (SCORM 2004 RTE 4.2.9). */
  toInteraction: (interaction, row) => {
    const { at, result, latency } = interaction;
    return [
      [`cmi.interactions.${row}.id`, interaction.id],
      [`cmi.interactions.${row}.type`, interaction.kind],
      ...(at ? [[`cmi.interactions.${row}.timestamp`, toTimestamp(at)] as const] : []),
      ...toResponse(interaction).map(
        (response) => [`cmi.interactions.${row}.learner_response`, response] as const,
      ),
      ...(result ? [[`cmi.interactions.${row}.result`, result] as const] : []),
      ...(latency === undefined
        ? []
        : [[`cmi.interactions.${row}.latency`, toInterval(latency)] as const]),
    ];
  },
  /** Moodle's report reads `raw` and `completion_status` too. */
  toObjective: ({ id, success, score }, row) => [
    [`cmi.objectives.${row}.id`, id],
    ...toScore(`cmi.objectives.${row}.score`, score),
    [`cmi.objectives.${row}.completion_status`, 'completed'],
    [`cmi.objectives.${row}.success_status`, success],
  ],
};

/** Stores the attempt in an LMS by SCORM 2004. */
export const scorm2004Driver = (api: ScormApi, isOnline?: () => boolean): SynchronousDriver =>
  scormDriver(api, tables, isOnline);
