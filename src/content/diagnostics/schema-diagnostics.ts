import { isScalar } from 'yaml';
import { z } from 'zod';
import type { YamlText } from './yaml-text.ts';
import type { Diagnostic } from './diagnostic.ts';
import { nearestName } from './nearest-name.ts';

type Parsed<S extends z.ZodType> =
  { value: z.output<S>; diagnostics: [] } | { value: undefined; diagnostics: Diagnostic[] };

/** What was made of each text by each schema: both are objects that do not change. */
const parsed = new WeakMap<YamlText, Map<z.ZodType, Parsed<z.ZodType>>>();

/**
 * What a schema makes of YAML text, parsed once for each text and schema.
 * @returns the value, or every place where the text is not what the schema asks for
 */
export function parseWith<S extends z.ZodType>(schema: S, yaml: YamlText): Parsed<S> {
  const known = parsed.get(yaml) ?? new Map<z.ZodType, Parsed<z.ZodType>>();
  parsed.set(yaml, known);
  const result = known.get(schema) ?? parse(schema, yaml);
  known.set(schema, result);
  return result as Parsed<S>;
}

function parse(schema: z.ZodType, yaml: YamlText): Parsed<z.ZodType> {
  const value: unknown = yaml.document?.toJS({ maxAliasCount: 0 });
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, diagnostics: [] };
  const text = new WrittenText(value, yaml);
  const names = fieldNames(schema);
  const findings = result.error.issues.flatMap((issue) => flatten(issue, text));
  const diagnostics = pairSpellings(findings).map(({ path, message, suggestion, key }) => ({
    rule: 'schema',
    file: yaml.file,
    ...(path.length > 0 && { field: path.map(String).join('.') }),
    message,
    suggestion: key === undefined || suggestion !== '' ? suggestion : nearField(key, names),
  }));
  return { value: undefined, diagnostics };
}

/** A value beside the text that an author wrote for it. */
class WrittenText {
  readonly value: unknown;
  readonly #yaml: YamlText;

  constructor(value: unknown, yaml: YamlText) {
    this.value = value;
    this.#yaml = yaml;
  }

  at(path: readonly PropertyKey[]): unknown {
    return path.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<PropertyKey, unknown>)[key]
          : undefined,
      this.value,
    );
  }

  /** The characters of a scalar as they stand in the file, without quotation marks. */
  scalar(path: readonly PropertyKey[]): string | undefined {
    const node: unknown = this.#yaml.document?.getIn([...path], true);
    if (!isScalar(node) || !node.range) return undefined;
    if (node.type !== 'PLAIN') return String(node.value);
    return this.#yaml.source.slice(node.range[0], node.range[1]);
  }

  isQuoted(path: readonly PropertyKey[]): boolean {
    const node: unknown = this.#yaml.document?.getIn([...path], true);
    return isScalar(node) && node.type?.startsWith('QUOTE') === true;
  }

  /** A value in a message: its characters for a text or a number, a word for what has parts. */
  show(path: readonly PropertyKey[]): string {
    const value = this.at(path);
    const written = this.scalar(path) ?? '';
    if (value === null && written === '') return 'an empty value';
    if (Array.isArray(value)) return 'a list';
    if (typeof value === 'object' && value !== null) {
      const inside = Object.entries(value).map(([name, one]) => `${name}: ${String(one)}`);
      const isSmall = Object.values(value).every((one) => typeof one !== 'object');
      return isSmall && inside.length < 4 ? `{ ${inside.join(', ')} }` : 'fields with values';
    }
    return `"${written.length > 60 ? `${written.slice(0, 57)}...` : written}"`;
  }

  /** "Missing." or what was found. */
  found(path: readonly PropertyKey[]): string {
    return this.at(path) === undefined ? 'Missing.' : `Found ${this.show(path)}.`;
  }
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

/** A field that is missing where a similar word stands is one mistake, not two. */
function pairSpellings(findings: readonly Finding[]): Finding[] {
  const parentOf = ({ path }: Finding) => path.slice(0, -1).map(String).join('.');
  const missing = Map.groupBy(
    findings.filter((finding) => finding.missing === true),
    parentOf,
  );
  const meant = new Map<Finding, Finding>();
  for (const unknown of findings.filter(({ key }) => key !== undefined)) {
    const beside = missing.get(parentOf(unknown)) ?? [];
    const near = nearestName(
      unknown.key ?? '',
      beside.map(({ path }) => String(path.at(-1))),
    );
    const other = beside.find(({ path }) => String(path.at(-1)) === near);
    if (other !== undefined) meant.set(unknown, other);
  }
  const paired = new Set(meant.values());
  return findings
    .filter((finding) => !paired.has(finding))
    .map((finding) => {
      const other = meant.get(finding);
      return other === undefined
        ? finding
        : { ...finding, suggestion: `Did you mean "${String(other.path.at(-1))}"?` };
    });
}

function flatten(
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
      // The author meant one of the forms: the one with the fewest mistakes.
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
      return nearest.flatMap((inner) => flatten(inner, text, path));
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

/** What is said of a value of another kind than the field takes. */
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

function nearField(key: string, names: ReadonlySet<string>): string {
  const near = names.has(key) ? undefined : nearestName(key, names);
  return near === undefined
    ? 'Delete it; docs/authoring.md lists the fields.'
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
