import type { Scenario } from './format.ts';
import { configurations, sceneOrder } from './configurations.ts';
import { factsOf, type Facts } from './facts.ts';
import { caseGraph } from './graph.ts';
import { bestEnding, brokenAssumptions, deadEnds, outOfBounds, unreached } from './proof.ts';
import { brokenReferences, idleNames, type Finding } from './references.ts';
import { roleFindings } from './roles.ts';

export interface Analysis {
  readonly faults: readonly (Finding & { readonly file: string })[];
  /** Absent where the case cannot be walked to any ending: names lead nowhere, or in a circle. */
  readonly facts?: Facts;
}

/**
 * Proves a case over every reachable configuration (scene × flags × indicators). No faults means:
 * an ending can always be reached; every scene, choice, branch, paragraph and ending is seen by
 * some learner; indicators stay within 0 and 10; sound choices lead to a best ending, and one
 * early defensible choice does not close it; what a scene assumes holds on every path to it.
 *
 * `file` is what the faults give as their file. What hinders the walk is reported alone, since
 * everything beyond it would be guesswork.
 */
export function analyse(scenario: Scenario, file = `scenarios/${scenario.id}.yaml`): Analysis {
  const inFile = (findings: readonly Finding[]): Analysis['faults'] =>
    findings.map((finding) => ({ file, ...finding }));
  const structure = caseGraph(scenario);
  const idle = [...idleNames(scenario), ...roleFindings(scenario)];
  const broken = brokenReferences(scenario);
  if (broken.length > 0) return { faults: inFile([...broken, ...idle]) };

  const order = sceneOrder(structure);
  if ('cycle' in order) {
    const cycle: Finding = {
      field: `scenes.${order.cycle[0]}`,
      message: `The case runs in a circle: ${order.cycle.join(', ')}.`,
      suggestion: 'Lead on to a later scene; going back is offered to the learner by the player.',
    };
    return { faults: inFile([cycle, ...idle]) };
  }

  const all = configurations(structure, order.order);
  const facts = factsOf(scenario, structure, all);
  const faults = inFile([
    ...deadEnds(structure, all),
    ...unreached(structure, all),
    ...outOfBounds(structure, all),
    ...bestEnding(structure, all),
    ...brokenAssumptions(scenario, all),
    ...idle,
  ]);
  return { faults, ...(facts && { facts }) };
}
