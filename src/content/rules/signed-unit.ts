import { nearestOr } from '../diagnostics/nearest-name.ts';
import { reviewUnits } from '../reviewing/review-unit.ts';
import type { Rule } from './rule.ts';

/**
 * Signatures under units that the course does not have. A unit that has changed since it was signed is not reported:
 * its signature no longer counts, and the trust line says so.
 */
export const signedUnit: Rule = {
  id: 'signed-unit',
  check(content, report) {
    if (content.signatures.length === 0) return;
    const unitIds = reviewUnits(content).map(({ id }) => id);
    content.signatures.forEach(({ reviewed }, entry) => {
      for (const unit of Object.keys(reviewed))
        if (!unitIds.includes(unit))
          report({
            file: `${content.language}/signatures.yaml`,
            field: `${entry}.reviewed.${unit}`,
            message: `The course has no unit "${unit}".`,
            suggestion: nearestOr(
              unit,
              unitIds,
              '"npm run sign" lists the units; delete the line if the unit is gone.',
            ),
          });
    });
  },
};
