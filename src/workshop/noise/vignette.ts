import { z } from 'zod';
import { id, nonEmptyText, prose } from '../../course/id.ts';

/**
 * `content/<language>/workshop/vignette.yaml`: one fictional file on which everybody decides alone. What may move a
 * decision differs between its versions; the rest stays word for word.
 */
export const vignetteSchema = z.strictObject({
  title: nonEmptyText.max(80),
  /** Sentence that nobody in it is real. */
  fiction: nonEmptyText.max(200),
  /** The file, with `{factor}` where a factor stands. */
  text: prose.max(2000),
  /** Factors that differ between versions, each with two levels; with seven factors eight versions are balanced. */
  factors: z
    .array(
      z.strictObject({
        id,
        title: nonEmptyText.max(60),
        /** Whether the law allows it to count; then its effect on decisions is not noise. */
        mayCount: z.boolean(),
        levels: z.array(nonEmptyText.max(300)).length(2),
      }),
    )
    .min(3)
    .max(7),
  asked: nonEmptyText.max(200),
  /** Decisions from the lightest to the gravest. */
  decisions: z.array(nonEmptyText.max(160)).min(3).max(8),
});

export type Vignette = z.output<typeof vignetteSchema>;

/** The words of a version. @param levels 0 or 1 for each factor */
export const versionText = ({ text, factors }: Vignette, levels: readonly number[]): string =>
  factors.reduce(
    (all, factor, place) =>
      all.replaceAll(`{${factor.id}}`, factor.levels[levels[place] ?? 0] ?? ''),
    text,
  );
