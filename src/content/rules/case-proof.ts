import { analyse } from '../../cases/analysis.ts';
import type { Rule } from './rule.ts';

/** Cases with a path that leads to no ending, and cases that break the rules of their form. */
export const caseProof: Rule = {
  id: 'case-proof',
  check({ scenarios, language }, report) {
    for (const [id, scenario] of scenarios)
      analyse(scenario, `${language}/scenarios/${id}.yaml`).faults.forEach(report);
  },
};
