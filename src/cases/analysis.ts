import type { Scenario } from './format.ts';
import { sceneOrder } from './configurations.ts';
import type { Facts } from './facts.ts';
import { caseGraph } from './graph.ts';
import { type Proof, proved } from './proved.ts';
import { brokenReferences, idleNames, type Finding } from './references.ts';
import { roleFindings } from './roles.ts';

export interface Analysis {
  readonly faults: readonly (Finding & { readonly file: string })[];
  /** Absent if the case cannot be walked to any ending, because of unknown names or a cycle. */
  readonly facts?: Facts;
}

/** Cache of the proof of each case, without its file name; lives as long as the case. */
const analyses = new WeakMap<Scenario, Proof>();

/**
 * Proves a case over every reachable configuration (scene × flags × indicators). No faults means:
 * an ending can always be reached; every scene, choice, branch, paragraph and ending is seen by
 * some learner; indicators stay within 0 and 10; sound choices lead to a best ending, and one
 * early defensible choice does not close it; what a scene assumes holds on every path to it.
 *
 * `file` is what the faults give as their file. Faults that prevent the walk are reported alone, since anything
 * after them would be guesswork.
 */
export function analyse(scenario: Scenario, file = `scenarios/${scenario.id}.yaml`): Analysis {
  const found = analyses.get(scenario) ?? analyseAnew(scenario);
  analyses.set(scenario, found);
  const { findings, facts } = found;
  return { faults: findings.map((finding) => ({ file, ...finding })), ...(facts && { facts }) };
}

function analyseAnew(scenario: Scenario): Proof {
  const graph = caseGraph(scenario);
  const idle = [...idleNames(scenario), ...roleFindings(scenario)];
  const broken = brokenReferences(scenario);
  if (broken.length > 0) return { findings: [...broken, ...idle] };

  const order = sceneOrder(graph);
  if ('cycle' in order) {
    const cycle: Finding = {
      field: `scenes.${order.cycle[0]}`,
      message: `The case runs in a circle: ${order.cycle.join(', ')}.`,
      suggestion: 'Lead on to a later scene; going back is offered to the learner by the player.',
    };
    return { findings: [cycle, ...idle] };
  }

  const { findings, facts } = proved(scenario, graph, order.order);
  return { findings: [...findings, ...idle], ...(facts && { facts }) };
}
