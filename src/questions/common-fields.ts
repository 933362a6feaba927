import { z } from 'zod';
import { id, prose } from '../course/id.ts';
import { citationSchema } from '../course/source.ts';

/** The fields that a question of any kind has. */
export const commonFields = {
  id,
  /** The learning objective, of the same module, that the question tests. */
  objective: id,
  /** `lesson`: unlimited tries, never reported. `bank`: drawn by the module check. */
  use: z.enum(['lesson', 'bank']),
  /** Whether a wrong answer could cost a life: the result then names it, whatever the score. */
  safety: z.boolean().optional(),
  /** The small situation and the question, in one or more paragraphs. */
  stem: prose.max(900),
  sources: z.array(citationSchema).min(1),
};
