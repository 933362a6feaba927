import { drawQuestions } from '../../src/course/draw.ts';
import type { CaseStructure, CheckStructure } from '../../src/course/structure.ts';
import type { Session, TrackedCourse } from '../../src/tracking/session.ts';

/** The longest time a response may be said to have taken, in seconds. */
const longest = 3599.99;

/** Does all that a course has, so that an LMS is told the most it can be told. */
export function doEverything(session: Session, { structure }: TrackedCourse): void {
  for (const lesson of structure.lessons) session.record({ type: 'lesson.viewed', lesson });
  for (const shape of structure.cases) decideEverywhere(session, shape);
  for (const shape of structure.checks) answerTheBank(session, shape);
}

/** Decides in every scene of a case, and sees every ending. */
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

/** Takes a check until each question of its bank was drawn and answered at its widest. */
function answerTheBank(session: Session, { id, draw, questions }: CheckStructure) {
  const asked = new Set<string>();
  for (let seed = 0; asked.size < questions.length && seed < 1000; seed++) {
    session.record({ type: 'check.started', check: id, seed, draw });
    for (const [item, question] of drawQuestions(questions, draw, seed).entries()) {
      asked.add(question);
      const shape = questions.find((other) => other.id === question);
      const options = shape?.options ?? [];
      session.record(
        {
          type: 'check.answered',
          check: id,
          item,
          response: shape?.kind === 'single' ? options.slice(-1) : options,
        },
        { result: 'incorrect', latency: longest },
      );
    }
  }
  const objectives = Object.fromEntries(questions.map(({ objective }) => [objective, 1 / 3]));
  session.record({ type: 'check.finished', check: id, score: 1 / 3 }, { objectives });
}
