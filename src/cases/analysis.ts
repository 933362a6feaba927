import type { Scenario } from './format.ts';
import { sceneOrder } from './configurations.ts';
import { factsOf, type Facts } from './facts.ts';
import { caseGraph } from './graph.ts';
import { bestEnding, brokenAssumptions, deadEnds, outOfBounds, unreached } from './proof.ts';
import { brokenReferences, idleNames, type Finding } from './references.ts';
import { roleFindings } from './roles.ts';
import { walked } from './walked.ts';

export interface Analysis {
  readonly faults: readonly (Finding & { readonly file: string })[];
  /** Absent where the case cannot be walked to any ending: names lead nowhere, or in a circle. */
  readonly facts?: Facts;
}

/** What was found of a case, without the name of a file; kept as long as the case itself. */
interface Proof {
  readonly findings: readonly Finding[];
  readonly facts?: Facts | undefined;
}
const proofs = new WeakMap<Scenario, Proof>();

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
  const { findings, facts } = proofs.get(scenario) ?? prove(scenario);
  proofs.set(scenario, { findings, facts });
  return { faults: findings.map((finding) => ({ file, ...finding })), ...(facts && { facts }) };
}

function prove(scenario: Scenario): Proof {
  const structure = caseGraph(scenario);
  const idle = [...idleNames(scenario), ...roleFindings(scenario)];
  const broken = brokenReferences(scenario);
  if (broken.length > 0) return { findings: [...broken, ...idle] };

  const order = sceneOrder(structure);
  if ('cycle' in order) {
    const cycle: Finding = {
      field: `scenes.${order.cycle[0]}`,
      message: `The case runs in a circle: ${order.cycle.join(', ')}.`,
      suggestion: 'Lead on to a later scene; going back is offered to the learner by the player.',
    };
    return { findings: [cycle, ...idle] };
  }

  const { graph, all } = walked(structure, order.order);
  const findings = [
    ...deadEnds(graph, all),
    ...unreached(graph, all),
    ...outOfBounds(graph, all),
    ...bestEnding(graph, all),
    ...brokenAssumptions(scenario, all),
    ...idle,
  ];
  return { findings, facts: factsOf(scenario, graph, all) };
}
