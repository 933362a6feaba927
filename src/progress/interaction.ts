import { stages } from '../course/stage.ts';
import type { CaseStructure, CheckStructure } from '../course/structure.ts';
import type { Interaction } from './driver.ts';

/** What of an interaction follows from the structure of the course and what was chosen. */
export type Chosen = Pick<Interaction, 'id' | 'kind' | 'response' | 'positions'>;

type QuestionShape = CheckStructure['questions'][number];

/**
 * The most characters of a text that is told to an LMS. SCORM 1.2 takes 255 (RTE 3.4.7, CMIFeedback),
 * SCORM 2004 promises 250 (RTE 4.2.9.2, fill-in); the rest is left to what all rows weigh together.
 */
export const longestFillIn = 200;

/** A text as one line that ends with a whole character and is no longer than an LMS takes. */
export const fillIn = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestFillIn)
    .replace(/[\uD800-\uDBFF]$/, '');

/** A decision of a case as an interaction; undefined where the case has no such choice. */
export function decisionOf(
  { id, steps }: CaseStructure,
  scene: string,
  choice: string,
): Chosen | undefined {
  const choices = steps.filter((step) => step.startsWith(`${scene}.`));
  const position = choices.indexOf(`${scene}.${choice}`);
  if (position < 0) return undefined;
  return { id: `${id}.${scene}`, kind: 'choice', response: [choice], positions: [position] };
}

/** An answer as an interaction. Options the question has not are left out. */
export function answerOf(
  { id, kind, options }: QuestionShape,
  response: readonly string[],
): Chosen {
  const among = (known: readonly string[]) =>
    response.map((given) => known.indexOf(given)).filter((position) => position >= 0);
  const paired = (items: readonly string[], targets: readonly string[]): Chosen => ({
    id,
    kind: 'matching',
    response: items.map((item, index) => `${item}.${response[index] ?? ''}`),
    positions: among(targets),
  });
  switch (kind) {
    case 'matching':
      // The structure lists the items, then the targets; there is one target given for each item.
      return paired(options.slice(0, response.length), options.slice(response.length));
    case 'continuum':
      return paired(options, stages);
    case 'numeric':
      return { id, kind: 'numeric', response, positions: [] };
    default: {
      // Of several options the order says nothing but how they were shuffled: in a report the same
      // answer must look the same.
      const positions =
        kind === 'several' ? among(options).toSorted((a, b) => a - b) : among(options);
      return {
        id,
        kind: kind === 'ordering' ? 'sequencing' : 'choice',
        response: positions.flatMap((position) => options[position] ?? []),
        positions,
      };
    }
  }
}
