import { z } from 'zod';

/** Professions that a case, a bench card or a track may address. */
export const roles = [
  'police',
  'prosecutor',
  'defence',
  'judge',
  'clinician',
  'case-manager',
  'probation',
  'prison-health',
  'policymaker',
] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);
