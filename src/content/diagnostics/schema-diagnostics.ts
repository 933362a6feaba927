import { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import { nearestName } from './nearest-name.ts';

/**
 * What a schema says of a value, as faults an author can mend.
 * @param file path below `content/`
 * @returns the parsed value, or every fault in it
 */
export function parseWith<S extends z.ZodType>(
  schema: S,
  value: unknown,
  file: string,
): { value: z.output<S>; faults: [] } | { value: undefined; faults: Diagnostic[] } {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, faults: [] };
  const names = fieldNames(schema);
  const findings = result.error.issues.flatMap((issue) => flatten(issue, value));
  const faults = pairSpellings(findings).map(({ path, message, suggestion, key }) => ({
    file,
    field: path.join('.') || '(the whole file)',
    message,
    suggestion: key === undefined || suggestion !== '' ? suggestion : nearField(key, names),
  }));
  return { value: undefined, faults };
}

interface Finding {
  path: PropertyKey[];
  message: string;
  suggestion: string;
  /** A key that is not known, for which a similar name is looked up. */
  key?: string;
  /** A field that is not there. */
  missing?: boolean;
}

/** A field that is missing where a similar word stands is one slip, not two. */
function pairSpellings(findings: readonly Finding[]): Finding[] {
  const meant = new Map<Finding, Finding>();
  for (const unknown of findings.filter(({ key }) => key !== undefined)) {
    const beside = findings.filter(
      ({ missing, path }) =>
        missing === true && path.slice(0, -1).join('.') === unknown.path.slice(0, -1).join('.'),
    );
    const near = nearestName(
      unknown.key ?? '',
      beside.map(({ path }) => String(path.at(-1))),
    );
    const other = beside.find(({ path }) => String(path.at(-1)) === near);
    if (other !== undefined) meant.set(unknown, other);
  }
  return findings
    .filter((finding) => ![...meant.values()].includes(finding))
    .map((finding) => {
      const other = meant.get(finding);
      return other === undefined
        ? finding
        : { ...finding, suggestion: `Did you mean "${String(other.path.at(-1))}"?` };
    });
}

function flatten(issue: z.core.$ZodIssue, root: unknown, prefix: PropertyKey[] = []): Finding[] {
  const path = [...prefix, ...issue.path];
  const actual = at(root, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `"${key}" is not a field here.`,
        suggestion: '',
        key,
      }));
    case 'invalid_type':
      return [{ path, ...wrongType(issue.expected, actual, path), missing: actual === undefined }];
    case 'invalid_value':
      return [
        {
          path,
          message: actual === undefined ? 'Missing.' : `Found ${show(actual)}.`,
          suggestion: `Write one of: ${issue.values.map(String).join(', ')}.`,
          missing: actual === undefined,
        },
      ];
    case 'too_small':
    case 'too_big':
      return [{ path, message: `Found ${measure(actual)}.`, suggestion: limit(issue) }];
    case 'invalid_format':
      return [{ path, message: `Found ${show(actual)}.`, suggestion: format(issue, actual) }];
    case 'invalid_union': {
      // The author meant one of the forms: the one with the fewest faults.
      const byWeight = issue.errors.toSorted((a, b) => weight(a) - weight(b));
      const [nearest] = byWeight;
      const wanting = byWeight
        .filter((form) => form.every((one) => one.path.length === 1 && isMissing(one, actual)))
        .map((form) => form.map((one) => String(one.path[0])).join(' and '));
      if (wanting.length > 1)
        return [
          { path, message: 'Something is missing.', suggestion: `Add ${wanting.join(', or ')}.` },
        ];
      if (nearest === undefined || nearest.length === 0) {
        const tags =
          'options' in issue && Array.isArray(issue.options)
            ? issue.options.map(String).join(', ')
            : undefined;
        return [
          {
            path,
            message: actual === undefined ? 'Missing.' : `Found ${show(actual)}.`,
            suggestion: tags
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
          message: `The name ${show(path.at(-1))} cannot be used.`,
          suggestion: 'Use lower-case letters, digits and single hyphens, a letter first.',
        },
      ];
    default:
      return [{ path, message: `Found ${show(actual)}.`, suggestion: `${issue.message}.` }];
  }
}

const weight = (issues: readonly z.core.$ZodIssue[]): number =>
  // A wrong kind of value at the top says "another form was meant"; deeper faults say "this form".
  issues.reduce(
    (sum, issue) =>
      sum +
      (issue.code === 'unrecognized_keys'
        ? issue.keys.length
        : issue.path.length === 0 && issue.code === 'invalid_type'
          ? 9
          : 1),
    0,
  );

const isMissing = ({ code, path }: z.core.$ZodIssue, root: unknown) =>
  ['invalid_type', 'invalid_value', 'invalid_union'].includes(code) && at(root, path) === undefined;

/** What is said of a value of another kind than the field takes. */
function wrongType(
  expected: string,
  actual: unknown,
  path: readonly PropertyKey[],
): Pick<Finding, 'message' | 'suggestion'> {
  if (path.length === 0 && (actual === null || actual === undefined))
    return { message: 'The file is empty.', suggestion: `Write ${kinds[expected] ?? expected}.` };
  const message = actual === undefined ? 'Missing.' : `Found ${show(actual)}.`;
  if (path.at(-1) === 'version' && typeof actual === 'number')
    return { message, suggestion: 'Write three numbers, such as 1.0.0.' };
  if (expected === 'string' && (typeof actual === 'number' || typeof actual === 'boolean'))
    return { message, suggestion: `Put it in quotes: "${actual}".` };
  if (expected === 'object' && typeof actual === 'string') {
    if (path.at(-2) === 'sources') return { message, suggestion: `Write { source: ${actual} }.` };
    if (path.at(-1) === 'when') return { message, suggestion: `Write { flag: ${actual} }.` };
  }
  if (expected === 'array' && (typeof actual === 'string' || typeof actual === 'number'))
    return { message, suggestion: `Put it in brackets: [${actual}].` };
  return { message, suggestion: `Write ${kinds[expected] ?? expected}.` };
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number, with a point for decimals',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'its fields, as docs/authoring.md shows them',
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
  if (typeof value === 'object') {
    const inside = Object.entries(value).map(([name, one]) => `${name}: ${String(one)}`);
    const isSmall = Object.values(value).every((one) => typeof one !== 'object');
    return isSmall && inside.length < 4 ? `{ ${inside.join(', ')} }` : 'fields with values';
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}

const measure = (value: unknown): string =>
  typeof value === 'string'
    ? `${value.length} characters`
    : Array.isArray(value)
      ? `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`
      : show(value);

function limit(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const unit =
    issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : '';
  return issue.code === 'too_small'
    ? `Write at least ${issue.minimum}${unit}.`
    : `Write at most ${issue.maximum}${unit}.`;
}

function format(issue: z.core.$ZodIssueInvalidStringFormat, actual: unknown): string {
  if (issue.format === 'date')
    return /^\d{4}-\d\d-\d\d$/.test(String(actual))
      ? 'Write a day that the calendar has.'
      : 'Write a date as YYYY-MM-DD.';
  if (issue.format === 'url') return 'Write an address that starts with https:// or http://.';
  return `Write ${issue.message}.`;
}

function nearField(key: string, names: ReadonlySet<string>): string {
  const near = names.has(key) ? undefined : nearestName(key, names);
  return near === undefined
    ? 'Remove it; docs/authoring.md lists the fields.'
    : `Did you mean "${near}"?`;
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
