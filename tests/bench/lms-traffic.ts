import { drawQuestions } from '../../src/questions/draw.ts';
import type { Course } from '../../src/course/course.ts';
import type { Session, ReleasedCourse } from '../../src/progress/session.ts';
import type { Call } from '../conformance/fake-lms/call.ts';
import { formEncoded } from '../conformance/fake-lms/form-encoded.ts';
import { LmsHarness } from '../conformance/lms-harness.ts';
import { large, syntheticStructure } from '../fixtures/synthetic-course.ts';
import { doEverything } from '../../src/progress/everything-done.ts';
import { type Table, whole } from './table.ts';

const standards = ['scorm12', 'scorm2004'] as const;

const tracked = ({ id, structure, earlier, completion, masteryScore }: Course): ReleasedCourse => ({
  id,
  structure,
  earlier,
  rule: completion,
  masteryScore,
});

/** Any draw of a check will do. */
const seed = 7;

/** Seconds between two acts, so that there is time to report. */
const pause = 30;

/** The size this course is planned to have; a written case has six to ten decisions. */
const plannedSize = { ...large, scenes: 8, choices: 24 };

/** Calls to an LMS when a learner starts, reads, decides, answers and leaves. */
export function lmsTraffic(built: Course): Table {
  const course = tracked(built);
  return {
    title: 'Calls to the LMS',
    head: [
      'what happens',
      'calls',
      'GetValue',
      'SetValue',
      'Commit',
      'bytes set',
      'beside suspend data',
    ],
    rows: standards.flatMap((standard) => {
      const harness = new LmsHarness(standard, { moodle: true });
      let session: Session | undefined;
      return acts(course).map(([name, act]) => {
        const since = harness.lms.calls.length;
        session ??= harness.open(course);
        harness.wait(pause);
        act(session);
        harness.flushDeferred();
        return [`${standard}: ${name}`, ...counted(harness, harness.lms.calls.slice(since))];
      });
    }),
    notes: [
      'Against the strict fake LMS with the behaviour of Moodle; each act in turn within one session, half a minute apart. Bytes are those of the values.',
    ],
  };
}

function acts({ structure }: ReleasedCourse): [name: string, act: (session: Session) => void][] {
  const [lesson = '', next = ''] = structure.lessons;
  const [firstCase] = structure.cases;
  const [check] = structure.checks;
  const [scene = '', choice = ''] = firstCase?.steps[0]?.split('.') ?? [];
  const view = (session: Session, id: string) => {
    session.record({ type: 'page.opened', page: id });
    session.record({ type: 'lesson.viewed', lesson: id });
  };
  return [
    ['launch', () => undefined],
    ['the first lesson viewed', (session) => view(session, lesson)],
    ['the next lesson viewed', (session) => view(session, next)],
    ...(firstCase
      ? [
          [
            'a decision of a case',
            (session: Session) =>
              session.record(
                { type: 'case.chosen', case: firstCase.id, scene, choice },
                { result: 'correct', latency: 12.3 },
              ),
          ] satisfies ReturnType<typeof acts>[number],
        ]
      : []),
    ...(check
      ? [
          [
            'an answer of a check',
            (session: Session) => {
              const { id, draw, questions } = check;
              const [drawn] = drawQuestions(questions, draw, seed);
              const shape = questions.find((question) => question.id === drawn);
              session.record({ type: 'check.started', check: id, seed, draw });
              session.record(
                {
                  type: 'check.answered',
                  check: id,
                  item: 0,
                  response: shape?.options.slice(0, 1) ?? [],
                },
                { result: 'incorrect', latency: 12.3 },
              );
            },
          ] satisfies ReturnType<typeof acts>[number],
        ]
      : []),
    ['leaving', (session) => void session.close()],
  ];
}

function counted(harness: LmsHarness, calls: readonly Call[]): string[] {
  const { getValue, setValue, commit } = harness.lms.standard.functions;
  const of = (name: string) => calls.filter((call) => call.name === name);
  const bytes = (some: readonly Call[]) =>
    some.reduce((sum, { values }) => sum + (values[1] ?? '').length, 0);
  const set = of(setValue);
  return [
    calls.length,
    of(getValue).length,
    set.length,
    of(commit).length,
    bytes(set),
    bytes(set.filter(({ values }) => values[0] !== 'cmi.suspend_data')),
  ].map(whole);
}

/** The most that a course can come to in an LMS: this one, and one of the size that is planned. */
export function lmsWorstCase(built: Course): Table {
  const planned: ReleasedCourse = {
    ...tracked(built),
    structure: syntheticStructure(plannedSize),
    earlier: {},
  };
  return {
    title: 'The most an LMS is left with',
    head: ['course', 'lessons', 'cases', 'questions', 'rows', 'suspend data', 'beacon bytes'],
    rows: standards.flatMap((standard) =>
      (
        [
          ['this one', tracked(built)],
          ['as planned', planned],
        ] as const
      ).map(([name, course]) => {
        const harness = new LmsHarness(standard, { moodle: true });
        const session = harness.open(course);
        doEverything(session, course);
        harness.flushDeferred();
        const { lessons, cases, checks } = course.structure;
        return [
          `${standard}: ${name}`,
          ...[
            lessons.length,
            cases.length,
            checks.reduce((sum, { questions }) => sum + questions.length, 0),
            session.attempt.rows.length,
            session.status.suspendData.length,
            formEncoded(harness.lms.kept).length,
          ].map(whole),
        ];
      }),
    ),
    notes: [
      'Everything done: each scene decided, each question of each bank answered at its widest. SCORM 1.2 takes 4,096 characters of suspend data; the beacon with which Moodle saves at exit carries 65,536 bytes.',
    ],
  };
}
