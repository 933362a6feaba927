import { assessments } from '../../src/course/halves.ts';
import type {
  CaseStructure,
  CheckStructure,
  QuestionStructure,
  Structure,
  TrackStructure,
} from '../../src/course/structure.ts';

/** Ids separated by spaces. */
type Ids = string;

type CompactQuestion = readonly [
  id: string,
  /** Position among the objectives. */
  objective: number,
  kind: QuestionStructure['kind'],
  /** Position among the assessments, from 1; 0 if it belongs to no half. */
  half: number,
  options: Ids,
];

/**
 * Compact form of a structure in a package: the same ids without field names. Every launch loads it; compressed, it is
 * a sixth smaller than the full form.
 */
export interface CompactStructure {
  readonly lessons: Ids;
  /** Id, stage, `scene:choice,choice` for each scene, endings. */
  readonly cases: readonly (readonly [id: string, stage: string, steps: string, endings: Ids])[];
  readonly checks: readonly (readonly [
    id: string,
    draw: number,
    questions: readonly CompactQuestion[],
  ])[];
  readonly objectives: Ids;
  /** Core lessons: a flag, `1` or `0`, for each lesson. */
  readonly tracks?: readonly (readonly [
    id: string,
    core: string,
    cases: TrackStructure['cases'],
    questions: number,
  ])[];
  readonly assessment?: Structure['assessment'];
  readonly evaluation?: Structure['evaluation'];
}

const words = (ids: Ids): string[] => (ids === '' ? [] : ids.split(' '));

/**
 * The compact form of a structure. `expanded` restores it, including field order, on which the fingerprint
 * depends; a structure that would not survive this is left unchanged.
 */
export function compacted(structure: Structure): CompactStructure | Structure {
  const compact = compactForm(structure);
  const isSame = JSON.stringify(expanded(compact)) === JSON.stringify(structure);
  return isSame ? compact : structure;
}

function compactForm(structure: Structure): CompactStructure {
  const { lessons, cases, checks, objectives, tracks, assessment, evaluation } = structure;
  const positions = new Map(objectives.map((id, position) => [id, position]));
  return {
    lessons: lessons.join(' '),
    cases: cases.map(({ id, stage = '', steps, endings }) => [
      id,
      stage,
      scenes(steps),
      endings.join(' '),
    ]),
    checks: checks.map(({ id, draw, questions }) => [
      id,
      draw,
      questions.map((question) => [
        question.id,
        positions.get(question.objective) ?? -1,
        question.kind,
        question.half === undefined ? 0 : assessments.indexOf(question.half) + 1,
        question.options.join(' '),
      ]),
    ]),
    objectives: objectives.join(' '),
    ...(tracks && {
      tracks: tracks.map((track) => {
        const core = new Set(track.lessons);
        return [
          track.id,
          lessons.map((id) => Number(core.has(id))).join(''),
          track.cases,
          track.questions,
        ];
      }),
    }),
    ...(assessment && { assessment }),
    ...(evaluation && { evaluation }),
  };
}

/** Groups steps by scene, as `scene:choice,choice`, in order. */
function scenes(steps: readonly string[]): string {
  const groups: [scene: string, choices: string[]][] = [];
  for (const step of steps) {
    const [scene = '', choice = ''] = step.split('.');
    const last = groups.at(-1);
    if (last?.[0] === scene) last[1].push(choice);
    else groups.push([scene, [choice]]);
  }
  return groups.map(([scene, choices]) => `${scene}:${choices.join()}`).join(' ');
}

/** The structure of a compact form. */
export function expanded(compact: CompactStructure | Structure): Structure {
  if (!isCompact(compact)) return compact;
  const lessons = words(compact.lessons);
  const objectives = words(compact.objectives);
  const { tracks, assessment, evaluation } = compact;
  return {
    lessons,
    cases: compact.cases.map(([id, stage, steps, endings]) => ({
      id,
      ...(stage && { stage: stage as NonNullable<CaseStructure['stage']> }),
      steps: words(steps).flatMap((group) => {
        const [scene = '', choices = ''] = group.split(':');
        return choices.split(',').map((choice) => `${scene}.${choice}`);
      }),
      endings: words(endings),
    })),
    checks: compact.checks.map(([id, draw, questions]): CheckStructure => ({
      id,
      draw,
      questions: questions.map(([name, objective, kind, half, options]) => ({
        id: name,
        objective: objectives[objective] ?? '',
        kind,
        options: words(options),
        ...(half > 0 && { half: assessments[half - 1] }),
      })),
    })),
    objectives,
    ...(tracks && {
      tracks: tracks.map(([id, core, cases, questions]) => ({
        id,
        lessons: lessons.filter((_, place) => core[place] === '1'),
        cases,
        questions,
      })),
    }),
    ...(assessment && { assessment }),
    ...(evaluation && { evaluation }),
  };
}

const isCompact = (form: CompactStructure | Structure): form is CompactStructure =>
  typeof form.lessons === 'string';
