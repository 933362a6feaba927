import { structureOf, type QuestionStructure, type Structure } from '../../course/structure.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { ParsedContent } from '../parsed-content.ts';
import { newestFirst } from '../published-structures.ts';
import { courseIds } from './duplicate-id.ts';
import type { Rule } from './rule.ts';

type Kind = 'lesson' | 'case' | 'question' | 'objective';

/** The ids of a structure, each with its kind. */
const idsOf = ({ lessons, cases, checks, objectives }: Structure): [Kind, string][] => [
  ...lessons.map((id): [Kind, string] => ['lesson', id]),
  ...cases.map(({ id }): [Kind, string] => ['case', id]),
  ...questionsOf(checks).map(({ id }): [Kind, string] => ['question', id]),
  ...objectives.map((id): [Kind, string] => ['objective', id]),
];

const questionsOf = (checks: Structure['checks']): QuestionStructure[] =>
  checks.flatMap(({ questions }) => questions);

/**
 * Ids that a published version used for something else, and questions of the bank whose options are no longer in their
 * published order. Stored progress and the records of LMSs depend on both.
 */
export const publishedId: Rule = {
  id: 'published-id',
  check(content, report) {
    const { course, questions, scenarios, history } = content;
    // An id is not reported as removed if the file that would have it cannot be read.
    const isWhole = course.modules.every(
      ({ id, cases }) => questions.has(id) && cases.every((one) => scenarios.has(one)),
    );
    if (!isWhole || history.size === 0) return;
    checkPublished(content, structureOf(course, questions, scenarios), report);
  },
};

/** Compares the structure of the course with every published version. */
export function checkPublished(content: ParsedContent, structure: Structure, report: Report): void {
  const places = new Map(
    [...courseIds(content)].map(({ id, file, field }) => [id, { file, field }]),
  );
  const placeOf = (id: string) => places.get(id) ?? { file: 'course.yaml' };
  const now = new Map(idsOf(structure).map(([kind, id]) => [id, kind]));
  const questionsNow = new Map(questionsOf(structure.checks).map((one) => [one.id, one]));
  const reported = new Set<string>();
  for (const [version, kept] of newestFirst(content.history)) {
    for (const [kind, id] of idsOf(kept)) {
      const currentKind = now.get(id);
      if (currentKind === undefined || currentKind === kind || reported.has(id)) continue;
      reported.add(id);
      report({
        ...placeOf(id),
        message: `The ${currentKind} "${id}" has an id that version ${version} used for a ${kind}.`,
        suggestion: 'Choose an id that was never used.',
      });
    }
    for (const was of questionsOf(kept.checks)) {
      const is = questionsNow.get(was.id);
      if (is === undefined || reported.has(was.id)) continue;
      const message =
        is.kind !== was.kind
          ? `The question "${was.id}" was of kind ${was.kind} in version ${version}.`
          : keepsOrder(is, was)
            ? undefined
            : `The question "${was.id}" had ${was.options.join(', ')} in version ${version}, in this order.`;
      if (message === undefined) continue;
      reported.add(was.id);
      report({
        ...placeOf(was.id),
        message,
        suggestion:
          'Restore that, with what is new at the end; or give the new question an id of its own.',
      });
    }
  }
}

/** Whether the published options come first and in their order. `options` has items and targets in one list. */
const keepsOrder = (is: QuestionStructure, was: QuestionStructure) =>
  is.kind === 'matching'
    ? is.options.filter((id) => was.options.includes(id)).join() === was.options.join()
    : is.options.slice(0, was.options.length).join() === was.options.join();

/**
 * Sentences about ids of the newest published version that the course no longer has, for review. Such an id was either
 * deleted on purpose or changed by mistake, which would lose learners' progress there.
 */
export function removedSince(history: ParsedContent['history'], structure: Structure): string[] {
  const [newest] = newestFirst(history);
  if (newest === undefined) return [];
  const [version, kept] = newest;
  const now = new Set(idsOf(structure).map(([, id]) => id));
  return idsOf(kept)
    .filter(([, id]) => !now.has(id))
    .map(
      ([kind, id]) =>
        `The ${kind} "${id}" of version ${version} is gone. If it has another id now, give it the old one back: what learners did is stored under it.`,
    );
}
