import { z } from 'zod';
import { stageSchema, type CourseEntry } from './content-schemas.ts';
import type { Stage } from './stage.ts';
import { type Assessment, assessments, type Drawable, withHalves } from './halves.ts';
import { id } from './id.ts';
import { kindOf, type Question } from '../questions/question.ts';
import { type ResponseType, responseTypes } from './response-type.ts';
import type { Scenario } from '../cases/format.ts';
import type { TrackEntry } from './track.ts';

/**
 * The parts of a course that stored progress depends on: ids in their authored order. Part of `dist/course.json`;
 * suspend data refers to items by their positions in these lists.
 */
export interface Structure {
  readonly lessons: readonly string[];
  readonly cases: readonly CaseStructure[];
  readonly checks: readonly CheckStructure[];
  /** Ids of all learning objectives. */
  readonly objectives: readonly string[];
  /** Tracks; stored progress contains the position in this list. */
  readonly tracks?: readonly TrackStructure[] | undefined;
  /** Present if the course has a pre-test and a final over the banks of all checks. */
  readonly assessment?: AssessmentStructure | undefined;
  /** Names of the answers of the evaluation; present only if they are reported to an LMS. */
  readonly evaluation?: readonly string[] | undefined;
}

export interface TrackStructure {
  readonly id: string;
  /** Core lessons. */
  readonly lessons: readonly string[];
  readonly cases: TrackEntry['cases'];
  /** Number of questions that its assessments ask. */
  readonly questions: number;
}

export interface AssessmentStructure {
  /** Weight of each check's bank, in the order of `checks`. */
  readonly blueprint: readonly number[];
  /** Maximum number of tries of the final; absent if tries are unlimited. */
  readonly tries?: number | undefined;
}

export interface CaseStructure {
  readonly id: string;
  /** Stage of the continuum; absent for a case about the whole system. */
  readonly stage?: Stage;
  /** Every choice of the case, as `scene.choice`, in authored order. */
  readonly steps: readonly string[];
  readonly endings: readonly string[];
}

export interface CheckStructure {
  /** Id of the module. */
  readonly id: string;
  /** Number of questions that a try draws. */
  readonly draw: number;
  readonly questions: readonly QuestionStructure[];
}

export interface QuestionStructure {
  readonly id: string;
  readonly objective: string;
  /** Type of the response. */
  readonly kind: ResponseType;
  /** Ids of options, items or steps in authored order; for `matching` the items, then the targets. */
  readonly options: readonly string[];
  /** The assessment that may ask it; absent in structures from before halves were recorded. */
  readonly half?: Assessment | undefined;
}

/**
 * The structure of a course, from its ids and order. Options and choices keep the authored order.
 * @param published banks of published versions, the newest first; their questions keep their halves
 * @param evaluation names of the answers of the evaluation, if they are reported to an LMS
 */
export function structureOf(
  course: CourseEntry,
  questions: ReadonlyMap<string, readonly Question[]>,
  scenarios: ReadonlyMap<string, Scenario>,
  published: readonly (readonly Drawable[])[] = [],
  evaluation?: readonly string[],
): Structure {
  return {
    lessons: course.modules.flatMap((module) => module.lessons.map(({ id }) => id)),
    cases: course.modules
      .flatMap((module) => module.cases)
      .flatMap((id) => {
        const scenario = scenarios.get(id);
        if (scenario === undefined) return [];
        const scenes = Object.entries(scenario.scenes);
        return {
          id,
          ...(scenario.stage && { stage: scenario.stage }),
          steps: scenes.flatMap(([scene, value]) =>
            'choices' in value ? value.choices.map((choice) => `${scene}.${choice.id}`) : [],
          ),
          endings: scenes.flatMap(([scene, value]) => ('outcome' in value ? scene : [])),
        };
      }),
    checks: course.modules.flatMap((module) =>
      module.check === undefined
        ? []
        : {
            id: module.id,
            draw: module.check.draw,
            questions: withHalves(
              (questions.get(module.id) ?? [])
                .filter(({ use }) => use === 'bank')
                .map((question) => ({
                  id: question.id,
                  objective: question.objective,
                  kind: kindOf(question).response,
                  options: optionIds(question),
                })),
              published,
            ),
          },
    ),
    objectives: course.modules.flatMap(({ objectives }) => objectives),
    ...(course.tracks.length > 0 && {
      tracks: course.tracks.map(({ id, lessons, cases, questions: count }) => ({
        id,
        lessons: coreLessons(course, lessons),
        cases,
        questions: count,
      })),
    }),
    ...(course.assessment && {
      assessment: {
        blueprint: course.modules.flatMap((module) =>
          module.check === undefined ? [] : (course.assessment?.blueprint[module.id] ?? 0),
        ),
        ...(course.assessment.tries !== undefined && { tries: course.assessment.tries }),
      },
    }),
    ...(evaluation && { evaluation }),
  };
}

/** The core lessons of a track in the order of the course. */
export const coreLessons = (
  { modules }: Pick<CourseEntry, 'modules'>,
  coreRule: TrackEntry['lessons'],
): string[] =>
  modules
    .flatMap((module) => module.lessons.map((lesson) => lesson.id))
    .filter((lesson) => coreRule === 'all' || coreRule.includes(lesson));

/** Ids of the parts of a question; for a matching question the items, then the targets. */
function optionIds(question: Question): string[] {
  const { response, parts, targets } = kindOf(question);
  const matched = response === 'matching' ? targets?.(question, (key) => key) : [];
  return [...parts(question), ...(matched ?? [])].map((part) => part.id);
}

/** A structure as stored when a version was published. */
export const structureSchema = z.strictObject({
  lessons: z.array(id),
  cases: z.array(
    z.strictObject({
      id,
      stage: stageSchema.optional(),
      steps: z.array(z.string()),
      endings: z.array(id),
    }),
  ),
  checks: z.array(
    z.strictObject({
      id,
      draw: z.int().min(1),
      questions: z.array(
        z.strictObject({
          id,
          objective: id,
          kind: z.enum(responseTypes),
          options: z.array(id),
          half: z.enum(assessments).optional(),
        }),
      ),
    }),
  ),
  objectives: z.array(id),
  tracks: z
    .array(
      z.strictObject({
        id,
        lessons: z.array(id),
        cases: z.enum(['one-per-stage', 'one']),
        questions: z.int().min(1),
      }),
    )
    .optional(),
  assessment: z
    .strictObject({ blueprint: z.array(z.int().min(0)), tries: z.int().min(1).optional() })
    .optional(),
  evaluation: z.array(id).optional(),
}) as unknown as z.ZodType<Structure>;
