import type { ResponseType } from '../course/response-type.ts';
import { stages } from '../course/stage.ts';
import type { CaseStructure, CheckStructure } from '../course/structure.ts';
import type { Interaction } from './driver.ts';

/** Fields of an interaction that are derived from the structure of the course and the choice. */
export type Chosen = Required<Pick<Interaction, 'id' | 'kind' | 'response' | 'positions'>>;

type QuestionShape = CheckStructure['questions'][number];

/**
 * The most characters of a text that is told to an LMS. SCORM 1.2 takes 255 (RTE 3.4.7, CMIFeedback),
 * SCORM 2004 promises 250 (RTE 4.2.9.2, fill-in); the rest is left to what all rows weigh together.
 */
export const longestFillIn = 200;

/** Converts a text to one line, truncated to the limit of an LMS without splitting a character. */
export const fillIn = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestFillIn)
    .replace(/[\uD800-\uDBFF]$/, '');

/** A decision of a case as an interaction; undefined if the case has no such choice. */
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

type Told = Pick<Chosen, 'kind' | 'response' | 'positions'>;
type Ids = readonly string[];

/** Positions of ids in a list; unknown ids are left out. */
const positionsIn = (list: Ids, ids: Ids): number[] =>
  ids.map((id) => list.indexOf(id)).filter((position) => position >= 0);

const chosen = (kind: Told['kind'], options: Ids, positions: readonly number[]): Told => ({
  kind,
  response: positions.flatMap((position) => options[position] ?? []),
  positions,
});

const paired = (items: Ids, targets: Ids, response: Ids): Told => ({
  kind: 'matching',
  response: items.map((item, index) => `${item}.${response[index] ?? ''}`),
  positions: positionsIn(targets, response),
});

const byType: Readonly<Record<ResponseType, (options: Ids, response: Ids) => Told>> = {
  single: (options, response) => chosen('choice', options, positionsIn(options, response)),
  // The order in which options were chosen depends on the shuffle, and equal answers must be reported alike.
  several: (options, response) =>
    chosen(
      'choice',
      options,
      [...positionsIn(options, response)].sort((a, b) => a - b),
    ),
  // The structure lists the items, then the targets; a response has one target for each item.
  matching: (options, response) =>
    paired(options.slice(0, response.length), options.slice(response.length), response),
  ordering: (options, response) => chosen('sequencing', options, positionsIn(options, response)),
  numeric: (_, response) => ({ kind: 'numeric', response, positions: [] }),
  continuum: (options, response) => paired(options, stages, response),
};

/** An answer as an interaction. Options that the question does not have are left out. */
export const answerOf = ({ id, kind, options }: QuestionShape, response: Ids): Chosen => ({
  id,
  ...byType[kind](options, response),
});
