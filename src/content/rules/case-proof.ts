import { analyse } from '../../cases/analysis.ts';
import type { Scenario } from '../../cases/format.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Rule } from './rule.ts';

/** What was proved of a case, kept until the case changes. */
const proved = new WeakMap<Scenario, readonly Finding[]>();

/** Every case can be played to an ending on every path, and keeps the rules of its form. */
export const caseProof: Rule = {
  id: 'case-proof',
  check({ scenarios, language }, report) {
    for (const [id, scenario] of scenarios) {
      const findings =
        proved.get(scenario) ?? analyse(scenario, `${language}/scenarios/${id}.yaml`).faults;
      proved.set(scenario, findings);
      findings.forEach(report);
    }
  },
};
