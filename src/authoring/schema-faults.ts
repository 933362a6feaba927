import { z } from 'zod';
import type { Fault } from '../course/fault.ts';

/**
 * What a schema says of a value, as faults an author can mend.
 * @param file path below `content/`
 * @returns the parsed value, or every fault in it
 */
export function parseWith<S extends z.ZodType>(
  schema: S,
  value: unknown,
  file: string,
): { value: z.output<S>; faults: [] } | { value: undefined; faults: Fault[] } {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, faults: [] };
  const names = fieldNames(schema);
  const faults = result.error.issues
    .flatMap((issue) => flatten(issue, value))
    .map(({ path, found, remedy, key }) => ({
      file,
      field: path.join('.') || '(the whole file)',
      found,
      remedy: key === undefined ? remedy : suggestion(key, names),
    }));
  return { value: undefined, faults };
}

interface Finding {
  path: PropertyKey[];
  found: string;
  remedy: string;
  /** A key that is not known, for which a similar name is looked up. */
  key?: string;
}

function flatten(issue: z.core.$ZodIssue, root: unknown, prefix: PropertyKey[] = []): Finding[] {
  const path = [...prefix, ...issue.path];
  const actual = at(root, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        found: `"${key}" is not a field here.`,
        remedy: '',
        key,
      }));
    case 'invalid_type':
      return [
        {
          path,
          found: actual === undefined ? 'Missing.' : `Found ${show(actual)}.`,
          remedy: `Write ${kinds[issue.expected] ?? issue.expected}.`,
        },
      ];
    case 'invalid_value':
      return [
        {
          path,
          found: actual === undefined ? 'Missing.' : `Found ${show(actual)}.`,
          remedy: `Write one of: ${issue.values.map(String).join(', ')}.`,
        },
      ];
    case 'too_small':
    case 'too_big':
      return [{ path, found: `Found ${measure(actual)}.`, remedy: limit(issue) }];
    case 'invalid_format':
      return [{ path, found: `Found ${show(actual)}.`, remedy: format(issue) }];
    case 'invalid_union': {
      // The author meant one of the forms: the one with the fewest faults.
      const nearest = issue.errors.toSorted((a, b) => weight(a) - weight(b))[0];
      if (nearest === undefined || nearest.length === 0) {
        const tags =
          'options' in issue && Array.isArray(issue.options)
            ? issue.options.map(String).join(', ')
            : undefined;
        return [
          {
            path,
            found: actual === undefined ? 'Missing.' : `Found ${show(actual)}.`,
            remedy: tags
              ? `Write one of: ${tags}.`
              : 'See docs/authoring.md for the forms it may take.',
          },
        ];
      }
      return nearest.flatMap((inner) => flatten(inner, root, path));
    }
    case 'invalid_key':
      return [
        {
          path,
          found: `The name ${show(path.at(-1))} cannot be used.`,
          remedy: 'Use lower-case letters, digits and single hyphens.',
        },
      ];
    default:
      return [{ path, found: `Found ${show(actual)}.`, remedy: `${issue.message}.` }];
  }
}

const weight = (issues: readonly z.core.$ZodIssue[]): number =>
  // A wrong kind of value at the top says "another form was meant"; deeper faults say "this form".
  issues.reduce(
    (sum, { path, code }) => sum + (path.length === 0 && code === 'invalid_type' ? 9 : 1),
    0,
  );

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with values',
  record: 'names with values',
};

const at = (root: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );

function show(value: unknown): string {
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'fields with values';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}

const measure = (value: unknown): string =>
  typeof value === 'string'
    ? `${value.length} characters`
    : Array.isArray(value)
      ? `${value.length} entries`
      : show(value);

function limit(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const unit =
    issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : '';
  return issue.code === 'too_small'
    ? `Write at least ${issue.minimum}${unit}.`
    : `Write at most ${issue.maximum}${unit}.`;
}

function format(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === 'date') return 'Write a date as YYYY-MM-DD.';
  if (issue.format === 'url') return 'Write an address that starts with https:// or http://.';
  return `Write ${issue.message}.`;
}

/** The field name that was most likely meant. */
function suggestion(key: string, names: ReadonlySet<string>): string {
  const [best] = [...names]
    .map((name) => ({ name, distance: distance(key, name) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .toSorted((a, b) => a.distance - b.distance);
  return best === undefined
    ? 'Remove it; docs/authoring.md lists the fields.'
    : `Did you mean "${best.name}"?`;
}

/** Every field name that occurs anywhere in a schema. */
function fieldNames(schema: z.ZodType): Set<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node && typeof node.properties === 'object' && node.properties !== null)
      for (const name of Object.keys(node.properties)) names.add(name);
    for (const child of Object.values(node)) visit(child);
  };
  visit(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
  return names;
}

/** Levenshtein distance of two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
