import type { Question } from '../../questions/question.ts';
import type { ParsedContent } from '../parsed-content.ts';

/** Calls for each question of the modules, with its file and the path of the question in it. */
export function eachQuestion(
  { course, questions, language }: ParsedContent,
  visit: (question: Question, file: string, place: string) => void,
): void {
  for (const { id: module } of course.modules)
    questions
      .get(module)
      ?.forEach((question, q) =>
        visit(question, `${language}/modules/${module}/questions.yaml`, `${q} (${question.id})`),
      );
}
