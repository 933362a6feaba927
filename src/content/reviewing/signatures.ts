import type { Signature, Signatures } from '../../course/signature.ts';
import type { ParsedContent } from '../parsed-content.ts';
import { reviewUnits } from './review-unit.ts';

/** The signatures of each unit, and whether the unit is unchanged since. */
export function signaturesByUnit(content: ParsedContent): Signatures {
  if (content.signatures.length === 0) return {};
  const editions = new Map(reviewUnits(content).map(({ id, edition }) => [id, edition]));
  const byUnit: Record<string, Signature[]> = {};
  for (const { by, as, on, reviewed } of content.signatures)
    for (const [unit, edition] of Object.entries(reviewed))
      (byUnit[unit] ??= []).push({ by, as, on, isCurrent: editions.get(unit) === edition });
  return byUnit;
}
