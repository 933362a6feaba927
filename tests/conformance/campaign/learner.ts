import type { LearningEvent } from '../../../src/progress/attempt.ts';
import type { Report } from '../../../src/progress/recorder.ts';
import { course } from '../lms-harness.ts';

/** Step of a learner: something that is recorded, seconds that pass, or a look at another window. */
export type Step =
  | { readonly event: LearningEvent; readonly report?: Report }
  | { readonly seconds: number }
  | { readonly away: boolean };

const { lessons, cases, checks } = course.structure;
const [firstCase, secondCase] = cases;
const [check] = checks;
if (!firstCase || !secondCase || !check) throw new Error('the course is too small');

const read = (lesson = ''): Step[] => [
  { event: { type: 'page.opened', page: lesson } },
  { seconds: 12 },
  { event: { type: 'lesson.viewed', lesson } },
];

function decide(
  { id, steps, endings }: typeof firstCase & object,
  at: number,
  isLast = false,
): Step {
  const [scene = '', choice = ''] = (steps[at * 3] ?? '').split('.');
  const ended = isLast ? { ended: endings[0] ?? '' } : {};
  return {
    event: { type: 'case.chosen', case: id, scene, choice, ...ended },
    report: { result: 'correct', latency: 4.2 },
  };
}

const answer = (of: string, item: number): Step => ({
  event: { type: 'check.answered', check: of, item, response: ['option-1'] },
  report: { result: item === 0 ? 'correct' : 'incorrect', latency: 10 },
});

const take = (of: string, score: number): Step[] => [
  { event: { type: 'check.started', check: of, seed: 7, draw: check.draw } },
  ...Array.from({ length: check.draw }, (_, item) => answer(of, item)),
  {
    event: { type: 'check.finished', check: of, score },
    report: { objectives: { 'objective-0-0': score } },
  },
];

/** The visit before anything goes wrong: it leaves a good copy in the platform. */
export const firstVisit: readonly Step[] = [
  ...read(lessons[0]),
  decide(firstCase, 0),
  ...take(check.id, 1 / 3),
  { event: { type: 'check.started', check: 'final', seed: 3, draw: 1 } },
];

/** A visit after that, in which nothing goes wrong. */
export const nextVisit: readonly Step[] = read(lessons[2]);

/** Visits in which something goes wrong: one that does not pass, and one that does everything. */
export const visits: Readonly<Record<string, readonly Step[]>> = {
  'half-way': [
    ...read(lessons[1]),
    decide(firstCase, 1),
    decide(firstCase, 2, true),
    { away: true },
    { seconds: 30 },
    { away: false },
    answer('final', 0),
    decide(secondCase, 0),
    { seconds: 12 },
  ],
  'to the end': [
    ...read(lessons[1]),
    ...read(lessons[2]),
    decide(firstCase, 1, true),
    decide(secondCase, 0),
    decide(secondCase, 1, true),
    ...take(check.id, 1),
    { seconds: 60 },
  ],
};
