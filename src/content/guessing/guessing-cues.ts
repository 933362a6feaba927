import { z } from 'zod';
import { isPattern } from '../terminology-file.ts';

const patterns = z
  .array(z.string().min(1).refine(isPattern, 'a pattern of words that can be read'))
  .default([]);

/**
 * `content/<language>/guessing-cues.yaml`: words by which a learner could guess the right option without
 * knowing the answer. Each is a pattern of whole words, as in `terminology.yaml`.
 */
export const guessingCuesSchema = z.strictObject({
  /** Words without exceptions, such as "never": taken for a sign of wrong options. */
  absolute: patterns,
  /** Words that leave something open, such as "may": taken for a sign of right ones. */
  hedging: patterns,
  /** Words of asking, offering and agreeing, which sound like the kind answer. */
  careful: patterns,
  /** First words of an option that sound wrong, such as "Nothing". */
  wrongOpening: patterns,
  /** First words of an option that sound right, such as "Ask". */
  rightOpening: patterns,
});

export type GuessingCues = z.output<typeof guessingCuesSchema>;

/** Default for a language without a list: only option length is a cue. */
export const noCues: GuessingCues = {
  absolute: [],
  hedging: [],
  careful: [],
  wrongOpening: [],
  rightOpening: [],
};
