import type { Course } from '../../course/course.ts';
import type { FeedbackSheet } from './feedback.ts';
import { feedbackSet } from './feedback-set.ts';
import { courseForms, moduleForms, type QuestionSet, roomSet } from './question-set.ts';

/** Sets whose answers are summed on one page. */
export interface AnswerPage {
  readonly id: string;
  readonly kind: 'forms' | 'room' | 'feedback';
  /** Title of the module, the course or the feedback sheet that the sets are about. */
  readonly title: string;
  /** Form A and form B, or the only one. */
  readonly sets: readonly QuestionSet[];
  readonly sheet?: FeedbackSheet;
}

/** Every page of answers of a course, in the order in which they are offered. */
export function answerPages(course: Course): AnswerPage[] {
  const { workshop, modules, title } = course;
  if (workshop === undefined) return [];
  const forms = [
    { id: 'course', title, ...courseForms(course) },
    ...modules.map((module) => ({ id: module.id, title: module.title, ...moduleForms(module) })),
  ];
  const room = modules.map((module) => ({ title: module.title, set: roomSet(module) }));
  return [
    ...forms
      .filter(({ a }) => a.questions.length > 0)
      .map(({ id, title: about, a, b }) => ({
        ...{ id, kind: 'forms' as const, title: about, sets: [a, b] },
      })),
    ...room
      .filter(({ set }) => set.questions.length > 0)
      .map(({ title: about, set }) => ({
        ...{ id: set.id, kind: 'room' as const, title: about, sets: [set] },
      })),
    ...workshop.feedback.flatMap(ofEachDay).map((sheet) => ({
      ...{ id: sheet.id, kind: 'feedback' as const, title: sheet.title, sheet },
      sets: [feedbackSet(sheet)],
    })),
  ];
}

/** The sheet of each day. The first day has the plain id; the others have the id with their number. */
const ofEachDay = (sheet: FeedbackSheet): FeedbackSheet[] =>
  (sheet.days ?? [sheet.title]).map((title, day) => ({
    ...sheet,
    ...{ title, id: day === 0 ? sheet.id : `${sheet.id}-${day + 1}` },
  }));
