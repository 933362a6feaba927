import { askedIn } from '../course/assessment.ts';
import type { Structure } from '../course/structure.ts';
import type { Attempt } from './attempt.ts';
import type { Interaction } from './driver.ts';
import { answerOf, type Chosen, decisionOf } from './interaction.ts';
import { evaluationPrefix } from './log.ts';
import { REMOVED_ROW } from './slices/stored/log-rows.ts';

/**
 * The rows of an LMS's log, as far as the attempt keeps what was answered: its result and its time are
 * not kept. Used where the LMS has fewer rows than were written, and so has lost some.
 * @param count rows that the LMS has; of those, only what can be told for certain is told again
 */
export function restoredRows(attempt: Attempt, structure: Structure, count: number): Interaction[] {
  const answers = answersIn(attempt, structure);
  return attempt.rows.flatMap((id, row): Interaction[] => {
    const interaction =
      answers.get(id) ?? decisionIn(attempt, structure, id) ?? kindOf(structure, id);
    if (interaction) return [{ ...interaction, row }];
    // A row may not be left out, because rows have no gaps; one that the LMS has is left alone.
    return row < count
      ? []
      : [{ row, id: id === REMOVED_ROW ? `row-${row}` : id, kind: 'fill-in' }];
  });
}

/** Answers of tries in progress, and of the last try of the final, by the id of the question. */
function answersIn({ checks }: Attempt, structure: Structure): Map<string, Chosen> {
  return new Map(
    Object.entries(checks).flatMap(([check, { open, last }]) =>
      [last, open].flatMap((kept) =>
        kept === undefined
          ? []
          : askedIn(structure, check, kept.seed, kept.answers.length).flatMap((question, index) => {
              const response = kept.answers[index];
              return response ? [[question.id, answerOf(question, response)] as const] : [];
            }),
      ),
    ),
  );
}

function decisionIn({ cases }: Attempt, structure: Structure, id: string): Chosen | undefined {
  const [name = '', scene] = id.split('.');
  const shape = structure.cases.find((other) => other.id === name);
  const step = cases[name]?.first.find((first) => first.startsWith(`${scene ?? ''}.`));
  if (shape === undefined || scene === undefined || step === undefined) return undefined;
  return decisionOf(shape, scene, step.slice(scene.length + 1));
}

/** Id and kind of a row whose answer is not kept any more. */
function kindOf(structure: Structure, id: string): Pick<Chosen, 'id' | 'kind'> | undefined {
  if (id.startsWith(evaluationPrefix)) return undefined;
  if (structure.cases.some((shape) => id.startsWith(`${shape.id}.`))) return { id, kind: 'choice' };
  const question = structure.checks
    .flatMap(({ questions }) => questions)
    .find((other) => other.id === id);
  return question && { id, kind: answerOf(question, []).kind };
}
