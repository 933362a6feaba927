import { analyse } from '../../cases/analysis.ts';
import type { Rule } from './rule.ts';

/** Every case can be played to an ending on every path, and keeps the rules of its form. */
export const caseProof: Rule = {
  id: 'case-proof',
  check({ scenarios, language }, report) {
    for (const [id, scenario] of scenarios)
      analyse(scenario, `${language}/scenarios/${id}.yaml`).faults.forEach(report);
  },
};
