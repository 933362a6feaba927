import type { z } from 'zod';
import type { WrittenText } from './written-text.ts';

/** A mistake at one place of a file, in words for its author. */
export interface Finding {
  path: PropertyKey[];
  message: string;
  suggestion: string;
  /** A key that is not known, for which a similar name is looked up. */
  key?: string;
  /** A field that is not there. */
  missing?: boolean;
}

/** Findings for an issue of a schema, one for each mistake of the author. */
export function schemaFindings(
  issue: z.core.$ZodIssue,
  text: WrittenText,
  prefix: PropertyKey[] = [],
): Finding[] {
  const path = [...prefix, ...issue.path];
  const actual = text.at(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `"${key}" is not a field here.`,
        suggestion: '',
        key,
      }));
    case 'invalid_type':
      return [{ path, ...wrongType(issue.expected, text, path), missing: actual === undefined }];
    case 'invalid_value':
      return [
        {
          path,
          message: text.found(path),
          suggestion: `Write one of: ${issue.values.map(String).join(', ')}.`,
          missing: actual === undefined,
        },
      ];
    case 'too_small':
    case 'too_big':
      return [{ path, message: `Found ${measure(text, path)}.`, suggestion: limit(issue) }];
    case 'invalid_format':
      return [{ path, message: text.found(path), suggestion: format(issue, actual) }];
    case 'invalid_union': {
      // Assumes that the author meant the form with the fewest mistakes.
      const byWeight = issue.errors.toSorted((a, b) => weight(a) - weight(b));
      const [nearest] = byWeight;
      const wanting = byWeight
        .filter((form) => form.every((one) => one.path.length === 1 && isMissing(one, actual)))
        .map((form) => form.map((one) => String(one.path[0])).join(' and '));
      if (wanting.length > 1)
        return [
          {
            path,
            message: 'Something is missing.',
            suggestion: `Add ${wanting.join(', or ')}.`,
          },
        ];
      if (nearest === undefined || nearest.length === 0) {
        const tags =
          'options' in issue && Array.isArray(issue.options)
            ? issue.options.map(String).join(', ')
            : undefined;
        return [
          {
            path,
            message: text.found(path),
            suggestion: tags
              ? `Write one of: ${tags}.`
              : 'See docs/authoring.md for the forms it may take.',
          },
        ];
      }
      return nearest.flatMap((inner) => schemaFindings(inner, text, path));
    }
    case 'invalid_key':
      return [
        {
          path,
          message: `The name "${String(path.at(-1))}" cannot be used.`,
          suggestion: 'Use lower-case letters, digits and single hyphens, a letter first.',
        },
      ];
    default:
      return [{ path, message: text.found(path), suggestion: `${issue.message}.` }];
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
  ['invalid_type', 'invalid_value', 'invalid_union'].includes(code) &&
  valueAt(root, path) === undefined;

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );

/** Words on a value of another kind than the field takes. */
function wrongType(
  expected: string,
  text: WrittenText,
  path: readonly PropertyKey[],
): Pick<Finding, 'message' | 'suggestion'> {
  const actual = text.at(path);
  const written = text.scalar(path) ?? '';
  if (path.length === 0 && (actual === null || actual === undefined))
    return { message: 'The file is empty.', suggestion: `Write ${kinds[expected] ?? expected}.` };
  const message = text.found(path);
  if (path.at(-1) === 'version' && typeof actual === 'number')
    return { message, suggestion: 'Write three numbers, such as 1.0.0.' };
  if (expected === 'string' && (typeof actual === 'number' || typeof actual === 'boolean'))
    return { message, suggestion: `Put it in quotes: "${written}".` };
  if (expected === 'string' && actual === null && written !== '')
    return { message, suggestion: `Put it in quotes: "${written}".` };
  if (isNumberKind(expected) && text.isQuoted(path) && /^-?\d+(?:\.\d+)?$/.test(written))
    return {
      message: `Found "${written}" in quotes.`,
      suggestion: `Write it without quotes: ${written}.`,
    };
  if (expected === 'boolean' && text.isQuoted(path) && /^(?:true|false)$/.test(written))
    return {
      message: `Found "${written}" in quotes.`,
      suggestion: `Write it without quotes: ${written}.`,
    };
  if (expected === 'object' && typeof actual === 'string') {
    if (path.at(-2) === 'sources') return { message, suggestion: `Write { source: ${written} }.` };
    if (path.at(-1) === 'when') return { message, suggestion: `Write { flag: ${written} }.` };
  }
  if (expected === 'array' && (typeof actual === 'string' || typeof actual === 'number'))
    return { message, suggestion: `Put it in brackets: [${written}].` };
  return { message, suggestion: `Write ${kinds[expected] ?? expected}.` };
}

const isNumberKind = (expected: string) => expected === 'number' || expected === 'int';

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number, with a point for decimals',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'its fields, as docs/authoring.md shows them',
  record: 'names with values',
};

function measure(text: WrittenText, path: readonly PropertyKey[]): string {
  const value = text.at(path);
  return typeof value === 'string'
    ? `${value.length} characters`
    : Array.isArray(value)
      ? `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`
      : text.show(path);
}

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
