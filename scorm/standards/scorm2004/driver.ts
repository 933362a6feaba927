import type { ScormApi } from '../scorm/find-api.ts';
import { type Element, scormCalls } from '../scorm/calls.ts';
import { scormRows } from '../scorm/rows.ts';
import { toInterval, toTimestamp } from '../scorm/time.ts';
import type {
  Interaction,
  Launch,
  ObjectiveReport,
  LearnerStatus,
  Driver,
} from '../../../src/progress/driver.ts';

const names = {
  initialize: 'Initialize',
  terminate: 'Terminate',
  getValue: 'GetValue',
  setValue: 'SetValue',
  commit: 'Commit',
  getLastError: 'GetLastError',
  getErrorString: 'GetErrorString',
};

/** SCORM 2004 leaves nothing to choice, but LMSs do: an answer log must not stop a lesson. */
const isOptional = (element: string) => /^cmi\.(interactions|objectives)/.test(element);

const completionRanks: Readonly<Record<string, number>> = { incomplete: 1, completed: 2 };
const successRanks: Readonly<Record<string, number>> = { failed: 1, passed: 2 };

/** Keeps the attempt in an LMS by SCORM 2004. */
export function scorm2004Driver(api: ScormApi): Driver {
  const calls = scormCalls(api, names, isOptional);
  let isWritable = false;
  let isOpen = false;
  let completion = '';
  let success = '';
  const report = scormRows(calls, {
    objectiveStatus: 'success_status',
    hasReadableIds: true,
    toInteraction,
    toObjective,
  });

  /** The statuses to set: never lower than they were (P13), and none that says nothing. */
  const raise = (wanted: { completion: string; success: string }): Element[] => {
    if ((completionRanks[wanted.completion] ?? 0) > (completionRanks[completion] ?? 0))
      completion = wanted.completion;
    if ((successRanks[wanted.success] ?? 0) > (successRanks[success] ?? 0))
      success = wanted.success;
    return [
      ['cmi.completion_status', completion],
      ...(success in successRanks ? [['cmi.success_status', success] as const] : []),
    ];
  };

  return {
    open() {
      calls.initialize();
      isOpen = true;
      const launch = fromElements(calls.get);
      completion = calls.get('cmi.completion_status');
      success = calls.get('cmi.success_status');
      isWritable = launch.mode === 'normal';
      const { stored } = launch;
      calls.hold([
        ['cmi.completion_status', completion],
        ['cmi.success_status', success],
        ['cmi.location', stored?.location ?? ''],
        ['cmi.suspend_data', stored?.suspendData ?? ''],
      ]);
      if (isWritable)
        calls.set([...raise({ completion: 'incomplete', success: '' }), ['cmi.exit', 'suspend']]);
      return {
        ...launch,
        completion: completion === 'completed' ? completion : 'incomplete',
        success: success === 'passed' || success === 'failed' ? success : 'unknown',
      };
    },
    save(status) {
      if (!isOpen || !isWritable) return;
      calls.set([...toScore(status), ...toElements(status), ...raise(status)]);
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
  const mode = get('cmi.mode');
  const location = get('cmi.location');
  const suspendData = get('cmi.suspend_data');
  const masteryScore = fromScaled(get('cmi.scaled_passing_score'));
  const score = fromScaled(get('cmi.score.scaled'));
  const id = get('cmi.learner_id');
  return {
    // An empty mode is what LMSs without the element say (P25).
    mode: mode === 'review' || mode === 'browse' ? mode : 'normal',
    ...((suspendData || location) && { stored: { suspendData, location } }),
    ...(masteryScore !== undefined && { masteryScore }),
    ...(score !== undefined && { score }),
    ...(id && { learner: { id, name: get('cmi.learner_name') } }),
  };
}

const fromScaled = (text: string): number | undefined => {
  const scaled = text.trim() === '' ? Number.NaN : Number(text);
  return scaled >= 0 && scaled <= 1 ? scaled : undefined;
};

/** A number with as many decimals as say something, at most `places`. */
const decimal = (value: number, places: number) =>
  String(Math.round(value * 10 ** places) / 10 ** places);

/** All four together: a gradebook may read only `raw` (Moodle), or only `scaled`. */
const toScore = ({ score }: LearnerStatus): Element[] =>
  score === undefined
    ? []
    : [
        ['cmi.score.scaled', decimal(score, 4)],
        ['cmi.score.raw', decimal(score * 100, 2)],
        ['cmi.score.min', '0'],
        ['cmi.score.max', '100'],
      ];

/** The status as elements; score comes before, and the statuses after them (P20). */
const toElements = (status: LearnerStatus): Element[] => [
  // Any other exit makes the next launch a new attempt with empty data (Moodle).
  ['cmi.exit', 'suspend'],
  ['cmi.location', status.location],
  ['cmi.session_time', toInterval(status.sessionSeconds)],
  ['cmi.suspend_data', status.suspendData],
];

/** An id as a token: Moodle takes letters, digits, dots and underscores only. */
const token = (id: string) => id.replace(/-/g, '_');

function toResponse({ kind, response }: Interaction): string {
  if (kind === 'numeric' || kind === 'likert') return response[0] ?? '';
  // Braces at the start would be read as a delimiter, brackets as the end of one text (4.2.9.2).
  if (kind === 'fill-in') return (response[0] ?? '').replace(/^\{/, '(').replaceAll('[,]', ', ');
  // `item.target`, where an id holds no dot, becomes `item[.]target`.
  return response.map((id) => token(id).replace('.', '[.]')).join('[,]');
}

/** An interaction as elements (SCORM 2004 RTE 4.2.9). */
const toInteraction = (interaction: Interaction, row: number): Element[] => [
  [`cmi.interactions.${row}.id`, interaction.id],
  [`cmi.interactions.${row}.type`, interaction.kind],
  [`cmi.interactions.${row}.timestamp`, toTimestamp(interaction.at)],
  [`cmi.interactions.${row}.learner_response`, toResponse(interaction)],
  [`cmi.interactions.${row}.result`, interaction.result],
  [`cmi.interactions.${row}.latency`, toInterval(interaction.latency)],
];

const toObjective = ({ id, success, score }: ObjectiveReport, row: number): Element[] => [
  [`cmi.objectives.${row}.id`, id],
  [`cmi.objectives.${row}.score.scaled`, decimal(score, 4)],
  [`cmi.objectives.${row}.success_status`, success],
];
