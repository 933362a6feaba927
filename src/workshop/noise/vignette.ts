import { z } from 'zod';
import { id, nonEmptyText, prose } from '../../course/id.ts';

/**
 * `content/<language>/workshop/vignette.yaml`: one fictional file on which each person decides alone. Its versions
 * differ only in factors that may influence the decision.
 */
export const vignetteSchema = z.strictObject({
  title: nonEmptyText.max(80),
  /** Sentence that says that nobody in the file is real. */
  fiction: nonEmptyText.max(200),
  /** Text of the file, with a placeholder `{factor}` for each factor. */
  text: prose.max(2000),
  /** Factors that differ between versions, each with two levels; up to seven are balanced over eight versions. */
  factors: z
    .array(
      z.strictObject({
        id,
        title: nonEmptyText.max(60),
        /** Whether the law allows the factor to influence the decision, so that its effect is not noise. */
        mayCount: z.boolean(),
        levels: z.array(nonEmptyText.max(300)).length(2),
      }),
    )
    .min(3)
    .max(7),
  asked: nonEmptyText.max(200),
  /** Decisions from the most lenient to the most severe. */
  decisions: z.array(nonEmptyText.max(160)).min(3).max(8),
});

export type Vignette = z.output<typeof vignetteSchema>;

/** The text of a version. @param levels 0 or 1 for each factor */
export const versionText = ({ text, factors }: Vignette, levels: readonly number[]): string =>
  factors.reduce(
    (all, factor, place) =>
      all.replaceAll(`{${factor.id}}`, factor.levels[levels[place] ?? 0] ?? ''),
    text,
  );
