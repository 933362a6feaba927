import { askedIn, assessments } from '../course/assessment.ts';
import type { Attempt, CheckRecord, OpenTry, Step } from './attempt.ts';
import type { CaseStructure, QuestionStructure, Structure } from '../course/structure.ts';
import { evaluationPrefix, rowLimit } from './log.ts';
import { attemptCodec } from './suspend-data.ts';

/** What is stored of an attempt must never be longer, in characters; SCORM 1.2 allows 4,096 (P01). */
export const longestSuspendData = 1000;

/**
 * Characters of suspend data when everything in a course is done and every part of the record is at
 * its widest: all lessons, every case decided twice in different ways, all tries of all checks, a final in
 * progress beside the last one, a full log, and the evaluation beside it.
 */
export const widestSuspendData = (structure: Structure): number =>
  attemptCodec(structure).encode(widestAttempt(structure), 262_143).length;

/** The attempt of `widestSuspendData`. */
export function widestAttempt(structure: Structure): Attempt {
  const { lessons, cases, checks, tracks } = structure;
  const ids = [...checks.map(({ id }) => id), ...(structure.assessment ? assessments : [])];
  const last = ids.at(-1) ?? '';
  return {
    viewed: lessons,
    location: '',
    ...(tracks && { track: tracks.at(-1)?.id ?? '' }),
    cases: Object.fromEntries(cases.map((shape) => [shape.id, widestCase(shape)])),
    checks: Object.fromEntries(
      ids.map((id): [string, CheckRecord] => [
        id,
        {
          tries: Array.from({ length: 8 }, (_, place) => place / (place + 11)),
          ...(id === last && { open: widestTry(structure, id) }),
          ...(id === 'final' && { last: widestTry(structure, id) }),
        },
      ]),
    ),
    seconds: 10_000_000,
    rows: widestRows(structure),
    edition: {
      version: '63.63.63',
      since: '62.62.62',
      again: [...lessons, ...cases.map(({ id }) => id)],
    },
  };
}

function widestCase({ steps, endings }: CaseStructure) {
  const scenes = [...new Set(steps.map(sceneOf))];
  const decide = (at: 0 | -1) =>
    scenes.flatMap(
      (scene) => (steps.filter((step) => sceneOf(step) === scene).at(at) ?? []) as Step[],
    );
  return { first: decide(0), run: decide(-1), finished: true, endings };
}

const sceneOf = (step: string) => step.split('.')[0] ?? '';

function widestTry(structure: Structure, check: string): OpenTry {
  const seed = 2 ** 30 - 1;
  const count = Math.max(0, ...(structure.tracks ?? []).map(({ questions }) => questions));
  return {
    seed,
    answers: askedIn(structure, check, seed, count).map(widestAnswer),
  };
}

/** An answer that takes as much room as any. */
export function widestAnswer({ kind, options }: QuestionStructure): readonly string[] {
  if (kind === 'numeric') return ['-12345678.12345'];
  if (kind === 'single') return options.slice(-1);
  if (kind === 'continuum') return options.map(() => 'trial');
  // The structure lists items, then targets; an item has one target.
  if (kind === 'matching')
    return options.slice(options.length >> 1).map(() => options.at(-1) ?? '');
  return options;
}

/** No neighbours of one source: what the rows save by runs is lost. */
function widestRows(structure: Structure): string[] {
  const { cases, checks, evaluation = [] } = structure;
  const decisions = cases.map(({ id, steps }) =>
    [...new Set(steps.map(sceneOf))].map((scene) => `${id}.${scene}`),
  );
  const answers = checks.map(({ questions }) => questions.map(({ id }) => id));
  const sources = [...decisions, ...answers];
  const longest = Math.max(0, ...sources.map((source) => source.length));
  const results = Array.from({ length: longest }, (_, place) =>
    sources.flatMap((source) => source.slice(place, place + 1)),
  )
    .flat()
    .slice(0, rowLimit(structure));
  return [...results, ...evaluation.map((name) => evaluationPrefix + name)];
}
