import * as z from 'zod/mini';

const answerSchema = z.strictObject({
  /** Level, 0 to 3; -1 if the group does not know. */
  level: z.int().check(z.gte(-1), z.lte(3)),
  evidence: z.string().check(z.maxLength(1000)),
});

/** Answers of one group about its country. */
export const assessmentSchema = z.strictObject({
  group: z.string().check(z.maxLength(80)),
  /** YYYY-MM-DD of the last change; empty before the first. */
  date: z.string().check(z.regex(/^(\d{4}-\d\d-\d\d)?$/)),
  answers: z.record(z.string().check(z.maxLength(48)), answerSchema),
});

export type Assessment = z.output<typeof assessmentSchema>;

/** The items of an area. */
export interface AssessedArea {
  readonly id: string;
  readonly items: readonly string[];
}

/** Result of an area, as the picture shows it. */
export interface AreaResult {
  readonly area: string;
  /** Mean level of the answered items, 0 to 3; undefined if none is answered. */
  readonly mean?: number;
  readonly answered: number;
  readonly unknown: number;
  readonly open: number;
}

/** The result of each area, in the order of the areas. */
export const resultOf = (areas: readonly AssessedArea[], { answers }: Assessment): AreaResult[] =>
  areas.map(({ id, items }) => {
    const levels = items.flatMap((item) => answers[item]?.level ?? []);
    const rated = levels.filter((level) => level >= 0);
    return {
      area: id,
      ...(rated.length > 0 && { mean: rated.reduce((sum, each) => sum + each, 0) / rated.length }),
      answered: rated.length,
      unknown: levels.length - rated.length,
      open: items.length - levels.length,
    };
  });

/** Items at the two lowest levels, and unknown ones; a plan starts with these. */
export const gapsOf = (areas: readonly AssessedArea[], { answers }: Assessment): string[] =>
  areas
    .flatMap(({ items }) => items)
    .filter((item) => {
      const level = answers[item]?.level;
      return level !== undefined && level <= 1;
    });

/** An item on which groups disagree. */
export interface Difference {
  readonly item: string;
  readonly said: readonly { readonly group: string; readonly level: number }[];
  /** Whether two levels differ by two or more, or one group knows the level and another does not. */
  readonly isWide: boolean;
}

/** Items on which groups disagree, in their order, with the level that each group chose. */
export const differences = (
  areas: readonly AssessedArea[],
  assessments: readonly Assessment[],
): Difference[] =>
  areas
    .flatMap(({ items }) => items)
    .flatMap((item) => {
      const said = assessments.flatMap(({ group, answers }) => {
        const level = answers[item]?.level;
        return level === undefined ? [] : [{ group, level }];
      });
      const levels = said.map(({ level }) => level);
      const spread = Math.max(...levels) - Math.min(...levels);
      return spread > 0 ? [{ item, said, isWide: spread >= 2 }] : [];
    });
