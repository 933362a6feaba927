import { id as idSchema } from '../course/id.ts';
import type { Condition, Scenario } from './format.ts';
import { leads, caseGraph } from './graph.ts';

/** A mistake in a case, before its file is known. */
export interface Finding {
  /** Path in the file of the case. */
  readonly field: string;
  readonly message: string;
  readonly suggestion: string;
}

const names = (of: object) => Object.keys(of).join(', ') || 'none';

/**
 * Invalid names: a start, `goto`, flag or indicator that is not declared, or an id that is duplicate or
 * malformed. A case with such a fault cannot be walked.
 */
export function brokenReferences(scenario: Scenario): readonly Finding[] {
  const { scenes, flags, indicators } = scenario;
  const findings: Finding[] = [];
  const report = (field: string, message: string, suggestion: string) =>
    void findings.push({ field, message, suggestion });
  const sceneRemedy = `Write one of: ${names(scenes)}.`;

  for (const [field, id] of ids(scenario)) {
    if (!idSchema.safeParse(id).success) {
      report(
        field,
        `"${id}" is not an id.`,
        'Write lower-case words joined by single hyphens, 48 characters at most.',
      );
    }
  }
  if (!Object.hasOwn(scenes, scenario.start)) {
    report('start', `No scene is called "${scenario.start}".`, sceneRemedy);
  }
  if (!Object.values(scenes).some((scene) => 'outcome' in scene)) {
    report('scenes', 'No scene is an ending.', 'Give at least one scene an outcome.');
  }
  for (const [scene, body] of Object.entries(caseGraph(scenario).scenes)) {
    for (const { branches } of leads(body)) {
      for (const { goto, field } of branches) {
        if (!Object.hasOwn(scenes, goto)) {
          report(`scenes.${scene}.${field}`, `No scene is called "${goto}".`, sceneRemedy);
        }
      }
    }
    const choiceIds = (body.choices ?? []).map(({ id }) => id);
    choiceIds.forEach((id, index) => {
      if (choiceIds.indexOf(id) < index) {
        report(
          `scenes.${scene}.choices.${index}.id`,
          `Two choices of this scene are called "${id}".`,
          'Give each choice of a scene its own id.',
        );
      }
    });
  }
  for (const { kind, name, field } of mentions(scenario)) {
    const declared = kind === 'flag' ? flags : indicators;
    if (!Object.hasOwn(declared, name)) {
      report(
        field,
        `No ${kind} is called "${name}".`,
        `Declare it under ${kind}s, or write one of: ${names(declared)}.`,
      );
    }
  }
  return findings;
}

/** Declared names without effect: a flag never set or never read, an indicator never changed. */
export function idleNames(scenario: Scenario): readonly Finding[] {
  const all = mentions(scenario);
  const uses = (kind: Mention['kind'], name: string, use: Mention['use']) =>
    all.some((other) => other.kind === kind && other.name === name && other.use === use);
  const flags = Object.keys(scenario.flags).flatMap((flag): Finding[] => {
    const field = `flags.${flag}`;
    if (!uses('flag', flag, 'write')) {
      const suggestion = 'Set it in a choice (sets), or delete it.';
      return [{ field, message: 'No choice sets this flag.', suggestion }];
    }
    if (uses('flag', flag, 'read')) return [];
    const suggestion = 'Read it in a condition (when), or delete it.';
    return [{ field, message: 'No condition reads this flag.', suggestion }];
  });
  const indicators = Object.keys(scenario.indicators)
    .filter((indicator) => !uses('indicator', indicator, 'write'))
    .map((indicator) => ({
      field: `indicators.${indicator}`,
      message: 'No choice changes this indicator.',
      suggestion: 'Change it in a choice (effects), or delete it.',
    }));
  return [...flags, ...indicators];
}

/** Every id that the author gives in a case, with its field. */
function* ids({ id, scenes, flags, indicators }: Scenario): Generator<[string, string]> {
  yield ['id', id];
  for (const flag of Object.keys(flags)) yield [`flags.${flag}`, flag];
  for (const indicator of Object.keys(indicators)) yield [`indicators.${indicator}`, indicator];
  for (const [scene, body] of Object.entries(scenes)) {
    yield [`scenes.${scene}`, scene];
    if (!('choices' in body)) continue;
    for (const [index, choice] of body.choices.entries()) {
      yield [`scenes.${scene}.choices.${index}.id`, choice.id];
    }
  }
}

interface Mention {
  readonly kind: 'flag' | 'indicator';
  readonly name: string;
  readonly use: 'read' | 'write';
  readonly field: string;
}

/** Every reading or writing use of a flag or an indicator. */
function mentions(scenario: Scenario): readonly Mention[] {
  return Object.entries(caseGraph(scenario).scenes).flatMap(([scene, body]) => {
    const field = `scenes.${scene}`;
    return [
      ...reads(scenario.scenes[scene]?.assumes, `${field}.assumes`),
      ...(body.also ?? []).flatMap((when, index) => reads(when, `${field}.also.${index}.when`)),
      ...leads(body).flatMap(({ branches }) =>
        branches.flatMap((branch) => reads(branch.when, `${field}.${branch.field}.when`)),
      ),
      ...(body.choices ?? []).flatMap(({ when, sets = [], effects = {} }, index) => {
        const choice = `${field}.choices.${index}`;
        return [
          ...reads(when, `${choice}.when`),
          ...sets.map((name, at) => write('flag', name, `${choice}.sets.${at}`)),
          ...Object.keys(effects).map((name) =>
            write('indicator', name, `${choice}.effects.${name}`),
          ),
        ];
      }),
    ];
  });
}

const write = (kind: Mention['kind'], name: string, field: string): Mention => ({
  kind,
  name,
  use: 'write',
  field,
});

function reads(when: Condition | undefined, field: string): readonly Mention[] {
  if (when === undefined) return [];
  if ('flag' in when) return [{ kind: 'flag', name: when.flag, use: 'read', field }];
  if ('indicator' in when) {
    return [{ kind: 'indicator', name: when.indicator, use: 'read', field }];
  }
  if ('not' in when) return reads(when.not, `${field}.not`);
  const [key, parts] = 'all' in when ? (['all', when.all] as const) : (['any', when.any] as const);
  return parts.flatMap((part, index) => reads(part, `${field}.${key}.${index}`));
}
