import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isLater } from '../../course/version.ts';
import type { QuestionStructure, Structure } from '../../course/structure.ts';
import type { ParsedContent } from '../parsed-content.ts';

type Kind = 'lesson' | 'case' | 'question' | 'objective';

/** The ids of a structure, by what each stands for. */
const idsOf = ({ lessons, cases, checks, objectives }: Structure): [Kind, string][] => [
  ...lessons.map((id): [Kind, string] => ['lesson', id]),
  ...cases.map(({ id }): [Kind, string] => ['case', id]),
  ...questionsOf(checks).map(({ id }): [Kind, string] => ['question', id]),
  ...objectives.map((id): [Kind, string] => ['objective', id]),
];

const questionsOf = (checks: Structure['checks']): QuestionStructure[] =>
  checks.flatMap(({ questions }) => questions);

/**
 * Ids that a published version used for something else, and questions of the bank whose options no
 * longer stand as they were published: progress and the records of LMSs rest on both (P03).
 */
export function publishedIdFaults(
  { language, questions, history }: Pick<ParsedContent, 'language' | 'questions' | 'history'>,
  structure: Structure,
): Diagnostic[] {
  const now = new Map(idsOf(structure).map(([kind, id]) => [id, kind]));
  const told = new Map<string, Diagnostic>();
  for (const [version, kept] of newestFirst(history)) {
    for (const [kind, id] of idsOf(kept)) {
      const own = now.get(id);
      if (own !== undefined && own !== kind)
        told.set(id, {
          file: 'course.yaml',
          field: id,
          message: `This ${own} has an id that was used for something else in ${version} (${kind}).`,
          suggestion: 'Choose an id that was never used.',
        });
    }
    for (const was of questionsOf(kept.checks)) {
      const is = questionsOf(structure.checks).find(({ id }) => id === was.id);
      if (is === undefined || told.has(was.id)) continue;
      const slip =
        is.kind !== was.kind
          ? `It was of kind ${was.kind} in ${version}.`
          : keepsOrder(is, was)
            ? undefined
            : `In ${version} it had ${was.options.join(', ')}, in this order.`;
      if (slip !== undefined)
        told.set(was.id, {
          ...placeOf(was.id, language, questions),
          message: slip,
          suggestion:
            'Bring that back, with what is new at the end; or give the new question an id of its own.',
        });
    }
  }
  return [...told.values()];
}

/** Whether what was published comes first and in its order; items and targets are one list. */
const keepsOrder = (is: QuestionStructure, was: QuestionStructure) =>
  is.kind === 'matching'
    ? is.options.filter((id) => was.options.includes(id)).join() === was.options.join()
    : is.options.slice(0, was.options.length).join() === was.options.join();

function placeOf(id: string, language: string, questions: ParsedContent['questions']) {
  for (const [module, own] of questions) {
    const index = own.findIndex((question) => question.id === id);
    if (index >= 0)
      return { file: `${language}/modules/${module}/questions.yaml`, field: `${index} (${id})` };
  }
  return { file: 'course.yaml', field: id };
}

/**
 * What the newest kept version had and the course has no more, to look at: it may have been dropped
 * on purpose, or an id was changed by mistake, and then what learners did there is lost.
 */
export function goneSince(history: ParsedContent['history'], structure: Structure): string[] {
  const [newest] = newestFirst(history);
  if (newest === undefined) return [];
  const [version, kept] = newest;
  const now = new Set(idsOf(structure).map(([, id]) => id));
  return idsOf(kept)
    .filter(([, id]) => !now.has(id))
    .map(
      ([kind, id]) =>
        `The ${kind} "${id}" of version ${version} is gone. If it has another id now, give it the old one back: what learners did is kept under it.`,
    );
}

const newestFirst = (history: ParsedContent['history']) =>
  [...history].toSorted(([one], [other]) => (isLater(one, other) ? -1 : 1));
