import { askedIn } from '../course/assessment.ts';
import { assessments } from '../course/halves.ts';
import type { CaseStructure, Structure } from '../course/structure.ts';
import { type Chosen, longestFillIn } from './interaction.ts';
import { evaluationPrefix } from './log.ts';
import type { Session, TrackedCourse } from './session.ts';
import { widestAnswer } from './slices/copies/widest-checks.ts';

/** Longest latency of a response that can be reported, in seconds. */
const longest = 3599.99;

/** Completes everything in a course, to produce the largest possible report to an LMS. */
export function doEverything(session: Session, { structure }: TrackedCourse): void {
  for (const lesson of structure.lessons) session.record({ type: 'lesson.viewed', lesson });
  for (const shape of structure.cases) decideEverywhere(session, shape);
  const most = Math.max(0, ...(structure.tracks ?? []).map(({ questions }) => questions));
  for (const { id, draw } of structure.checks) answerEach(session, structure, id, draw);
  if (structure.assessment) for (const id of assessments) answerEach(session, structure, id, most);
  session.evaluate?.((structure.evaluation ?? []).map(widestOf));
}

/** The widest answer of the evaluation: the first four are texts, of letters that take nine characters in a form. */
const widestOf = (name: string, index: number): Chosen => ({
  id: evaluationPrefix + name,
  kind: index < 4 ? 'fill-in' : 'likert',
  response: [index < 4 ? '字'.repeat(longestFillIn) : '5'],
  positions: [],
});

/** Makes a decision in every scene of a case, and reaches every ending. */
function decideEverywhere(session: Session, { id, steps, endings }: CaseStructure) {
  const choose = (step: string, ended?: string) => {
    const [scene = '', choice = ''] = step.split('.');
    session.record(
      { type: 'case.chosen', case: id, scene, choice, ...(ended !== undefined && { ended }) },
      { result: 'incorrect', latency: longest },
    );
  };
  const scenes = new Map(steps.map((step) => [step.split('.')[0], step]));
  for (const step of scenes.values()) choose(step);
  for (const ending of endings) choose(steps[0] ?? '', ending);
}

/** Repeats a check until nearly every question of its banks has its widest answer. */
function answerEach(session: Session, structure: Structure, check: string, count: number) {
  const objectives = new Set<string>();
  for (let seed = 0; seed < 60; seed++) {
    const drawn = askedIn(structure, check, seed, count);
    session.record({ type: 'check.started', check, seed, draw: drawn.length });
    for (const [item, question] of drawn.entries()) {
      objectives.add(question.objective);
      const response = widestAnswer(question);
      session.record(
        { type: 'check.answered', check, item, response },
        { result: 'incorrect', latency: longest },
      );
    }
  }
  const scores = Object.fromEntries([...objectives].map((objective) => [objective, 1 / 3]));
  session.record({ type: 'check.finished', check, score: 1 / 3 }, { objectives: scores });
}
