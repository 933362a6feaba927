import type { Standard } from '../standards/standard.ts';
import { type Option, options, type Targets } from './options.ts';

/** Output of `--list`: each target with its purpose and its options. */
export function listText({ standards, copies }: Targets): string {
  const entries = Object.entries(options);
  const forms = (names: readonly string[]) =>
    entries.filter(([name]) => names.includes(name)).map(([, { form }]) => form.split(' ')[0]);
  const all = ({ hasUnits }: Standard) =>
    entries.flatMap(([name, { isForUnits }]: [string, Option]) =>
      isForUnits && !hasUnits ? [] : name,
    );
  const some = entries.flatMap(([name, { isForCopies }]) => (isForCopies ? [name] : []));
  const lines = [
    ...standards.map(
      (standard) =>
        [standard.id, `${standard.name} package for a learning platform`, all(standard)] as const,
    ),
    ...copies.map(({ id, purpose, isOnRequest }) =>
      isOnRequest
        ? ([
            id,
            `${purpose}; only if it is named`,
            some.filter((name) => name !== 'scope'),
          ] as const)
        : ([id, purpose, some] as const),
    ),
  ];
  const width = Math.max(...lines.map(([id]) => id.length), 'all'.length);
  const formWidth = Math.max(...Object.values(options).map(({ form }) => form.length));
  return [
    'Targets of --standard:',
    ...lines.map(
      ([id, text, names]) =>
        `  ${id.padEnd(width)}  ${text}\n  ${''.padEnd(width)}  takes ${forms(names).join(' ')}`,
    ),
    `  ${'all'.padEnd(width)}  every target above that takes the given options; the default`,
    '',
    'Options:',
    ...Object.values(options).map(({ form, meaning }) => `  ${form.padEnd(formWidth)}  ${meaning}`),
  ].join('\n');
}
