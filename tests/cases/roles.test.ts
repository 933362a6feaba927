import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/course/content-schemas.ts';
import type { Scenario } from '../../src/cases/format.ts';
import { analyse } from '../../src/cases/analysis.ts';
import { hasTwoRoles } from '../../src/cases/roles.ts';
import { authoredScenarios } from '../fixtures/scenarios/authored.ts';
import { nightCall } from '../fixtures/scenarios/night-call.ts';

/** The small case, its decisions shared out: the call to one role, all others to another. */
function shared(
  roles: readonly Role[],
  call: Role | undefined,
  others: Role | undefined,
): Scenario {
  const of = nightCall();
  const scenes = Object.entries(of.scenes).map(([id, scene]) => {
    const role = 'choices' in scene ? (id === of.start ? call : others) : undefined;
    return [id, { ...scene, ...(role && { role }) }];
  });
  return { ...of, roles: [...roles], scenes: Object.fromEntries(scenes) as Scenario['scenes'] };
}

const faults = (of: Scenario) =>
  analyse(of).faults.map(
    ({ file, field, message, suggestion }) => `${file} · ${field}: ${message} ${suggestion}`,
  );

describe('A case of two roles', () => {
  test('has no fault if every decision names its role, and each role has one', () => {
    expect(faults(shared(['police', 'clinician'], 'police', 'clinician'))).toEqual([]);
  });

  test("names every decision that is nobody's, with file, scene and field", () => {
    const found = faults(shared(['police', 'clinician'], 'police', undefined));
    expect(found).toContain(
      'scenarios/night-call.yaml · scenes.talk.role: Missing: the case has two roles, and nothing says who decides here. Write one of: police, clinician.',
    );
  });

  test('has no role that never decides', () => {
    expect(faults(shared(['police', 'clinician'], 'police', 'police'))).toEqual([
      'scenarios/night-call.yaml · roles.1: The role "clinician" never decides. Give it a decision (role: in a scene), or name one role only.',
    ]);
  });

  test('has no scene of a role that nobody plays', () => {
    expect(faults(shared(['police', 'clinician'], 'judge', 'clinician'))).toContain(
      'scenarios/night-call.yaml · scenes.call.role: Nobody plays the role "judge". Write one of: police, clinician.',
    );
  });

  test('does not name one role twice', () => {
    expect(faults(shared(['police', 'police'], 'police', 'police'))).toEqual([
      'scenarios/night-call.yaml · roles: Found police, police. Name each role once.',
    ]);
  });
});

test('a case of one role needs no role in its scenes', () => {
  expect(faults(nightCall())).toEqual([]);
});

test('two cases of the course are played from both sides, and each side knows something alone', () => {
  const twofold = authoredScenarios.filter(
    ({ file, scenario }) => file.startsWith('content/en/') && hasTwoRoles(scenario),
  );
  expect(twofold.length).toBeGreaterThanOrEqual(2);
  for (const { scenario } of twofold)
    for (const role of scenario.roles) {
      const known = Object.values(scenario.scenes)
        .filter((scene) => scene.role === role)
        .flatMap((scene) => scene.known);
      expect(known, `${scenario.id}, ${role}`).not.toEqual([]);
    }
});
