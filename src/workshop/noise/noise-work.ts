import * as z from 'zod/mini';

/** A trainer's entries: one code or two numbers per line. */
export const noiseSchema = z.strictObject({ codes: z.string().check(z.maxLength(40_000)) });

export type NoiseWork = z.output<typeof noiseSchema>;
