import { z } from 'zod';
import { roleSchema, stageSchema } from '../course/content-schemas.ts';
import { id, prose, nonEmptyText } from '../course/id.ts';
import { citationSchema } from '../course/source.ts';

/** A small declarative condition on what happened so far. */
export type Condition =
  | { flag: string }
  | { indicator: string; atLeast: number }
  | { indicator: string; atMost: number }
  | { not: Condition }
  | { all: Condition[] }
  | { any: Condition[] };

const level = z.int().min(0).max(10);

const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ flag: id }),
    z.strictObject({ indicator: id, atLeast: level }),
    z.strictObject({ indicator: id, atMost: level }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
  ]),
);

/**
 * Target of a choice or a passage: a scene, or the first branch whose condition holds. The
 * effects and flags of a choice count before its branches are tried.
 */
const goto = z.union([
  id,
  z.array(z.strictObject({ when: conditionSchema.optional(), goto: id })).min(1),
]);

export const judgements = ['sound', 'defensible', 'harmful'] as const;
/** A judgement, or `neutral`: a question asked before deciding, which is not scored. */
export type Judgement = (typeof judgements)[number] | 'neutral';

export const outcomes = ['best', 'mixed', 'poor'] as const;
export type Outcome = (typeof outcomes)[number];

const choiceFields = {
  id,
  /** The decision, as a full sentence. */
  label: nonEmptyText.max(240),
  /** The consequence as the role experiences it, before any judgement. */
  consequence: prose.max(900),
  /** Change of indicators, -2 to +2 each; they add and must stay within 0 to 10 on every path. */
  effects: z.record(id, z.int().min(-2).max(2)).default({}),
  /** Flags that this choice sets. */
  sets: z.array(id).default([]),
  /** The choice is offered only when this holds. */
  when: conditionSchema.optional(),
  goto,
};

const choice = z.union([
  z.strictObject({
    ...choiceFields,
    judgement: z.enum(judgements),
    /** Reason for the judgement. */
    reason: prose.max(900),
    sources: z.array(citationSchema).min(1),
  }),
  z.strictObject({
    ...choiceFields,
    /** A question asked before deciding: it adds knowledge and is not judged. */
    judgement: z.literal('neutral'),
    reason: prose.max(900).default(''),
    sources: z.array(citationSchema).default([]),
  }),
]);

const sceneWords = {
  /** Heading of the scene: time or place, then what it is about. */
  heading: nonEmptyText.max(80),
  /**
   * The role whose point of view the scene has, in a case of two roles; required for a decision. Only this role
   * learns the facts in `known`; without a role both do.
   */
  role: roleSchema.optional(),
  /** Lessons behind the decision; by default those of the case. */
  lessons: z.array(id).min(1).optional(),
  /** The situation, in paragraphs. */
  text: prose.max(2500),
  /** Paragraphs shown after the text only when their condition holds. */
  also: z.array(z.strictObject({ when: conditionSchema, text: prose.max(900) })).default([]),
  /** Condition that the text assumes; it is proved to hold on every path to the scene. */
  assumes: conditionSchema.optional(),
  /** Facts that the learner now knows; they fill the case file. */
  known: z.array(nonEmptyText.max(200)).default([]),
};

/** A scene in which the learner decides. */
const decision = z.strictObject({ ...sceneWords, choices: z.array(choice).min(2).max(6) });

/** A scene that leads on without a decision. */
const passage = z.strictObject({ ...sceneWords, goto });

const ending = z.strictObject({ ...sceneWords, outcome: z.enum(outcomes) });

export const sceneSchema = z.union([decision, passage, ending]);

/** `content/<language>/scenarios/<id>.yaml`: a branching case. */
export const scenarioSchema = z.strictObject({
  id,
  title: nonEmptyText.max(80),
  /** One or two sentences for lists and search results. */
  summary: nonEmptyText.max(240),
  /** Stage of the continuum; absent for a case about the whole system. */
  stage: stageSchema.optional(),
  /** The role the learner plays; two for a case that is played from both sides, in turn. */
  roles: z.array(roleSchema).min(1).max(2),
  /** Who decides at this stage, in one sentence. */
  decides: nonEmptyText.max(240),
  /** Module and lesson ids whose lessons stand behind the decisions. */
  lessons: z.array(id).min(1),
  /** Date on which the sources of the case were last checked, YYYY-MM-DD. */
  checked: z.iso.date(),
  contentNote: nonEmptyText.max(200).optional(),
  /** Indicators by id, 0 to 10 each, with their words for low, middle and high levels. */
  indicators: z
    .record(
      id,
      z.strictObject({
        label: nonEmptyText.max(40),
        start: level,
        /** Labels of the two ends of the scale, a word or two each. */
        ends: z
          .strictObject({ least: nonEmptyText.max(40), most: nonEmptyText.max(40) })
          .optional(),
        /** Words shown until the first change of the indicator, so that they reveal nothing in advance. */
        untouched: nonEmptyText.max(120).optional(),
        low: nonEmptyText.max(120),
        middle: nonEmptyText.max(120),
        high: nonEmptyText.max(120),
      }),
    )
    .default({}),
  /** Every flag a choice may set, with what it means (printed in the booklet's tracker). */
  flags: z.record(id, nonEmptyText.max(120)).default({}),
  start: id,
  scenes: z.record(id, sceneSchema),
  debrief: z.strictObject({
    /** Description of a sound course. */
    sound: prose.max(2500),
    /** Findings of the sources, and how sure they are. */
    evidence: prose.max(2500),
    /** Points that the law of the learner's own country must settle. */
    law: z.array(nonEmptyText.max(300)).min(1),
    sources: z.array(citationSchema).min(1),
  }),
});

export type Scenario = z.output<typeof scenarioSchema>;
export type Scene = z.output<typeof sceneSchema>;
export type Choice = z.output<typeof choice>;
export type Goto = z.output<typeof goto>;
