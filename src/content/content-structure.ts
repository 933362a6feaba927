import { type Structure, structureOf } from '../course/structure.ts';
import { namesIn } from '../evaluation/evaluation.ts';
import type { ParsedContent } from './parsed-content.ts';
import { publishedBanks } from './published-structures.ts';

/** The structure of the course built from content; anything missing from the content is missing here too. */
export function contentStructure(content: ParsedContent): Structure {
  const { course, questions, scenarios, history, evaluation } = content;
  const reported =
    evaluation && course.evaluation?.report === true ? namesIn(evaluation.sheet) : undefined;
  return structureOf(course, questions, scenarios, publishedBanks(history), reported);
}
