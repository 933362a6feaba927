import { z } from 'zod';

/** Roles that a case, a bench card or a track may address: professions, and families. */
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
  'family',
] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);
