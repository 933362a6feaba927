import { z } from 'zod';
import type { YamlText } from './yaml-text.ts';
import type { Diagnostic } from './diagnostic.ts';
import { nearestName } from './nearest-name.ts';
import { type Finding, schemaFindings } from './schema-findings.ts';
import { WrittenText } from './written-text.ts';

interface Refused {
  value: undefined;
  diagnostics: Diagnostic[];
}
type Parsed<S extends z.ZodType> = { value: z.output<S>; diagnostics: [] } | Refused;

/** Results by text and schema; both are immutable. */
const parsed = new WeakMap<YamlText, Map<z.ZodType, Parsed<z.ZodType>>>();

/**
 * Parses YAML text by a schema, once for each text and schema.
 * @returns the value, or every violation of the schema
 */
export function parseWith<S extends z.ZodType>(schema: S, yaml: YamlText): Parsed<S> {
  const results = parsed.get(yaml) ?? new Map<z.ZodType, Parsed<z.ZodType>>();
  parsed.set(yaml, results);
  const result = results.get(schema) ?? parse(schema, yaml);
  results.set(schema, result);
  return result as Parsed<S>;
}

function parse(schema: z.ZodType, yaml: YamlText): Parsed<z.ZodType> {
  const { value } = yaml;
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, diagnostics: [] };
  const text = new WrittenText(value, yaml);
  const names = fieldNames(schema);
  const findings = result.error.issues.flatMap((issue) => schemaFindings(issue, text));
  const diagnostics = pairSpellings(findings).map(({ path, message, suggestion, key }) => ({
    rule: 'schema',
    file: yaml.file,
    ...(path.length > 0 && { field: path.map(String).join('.') }),
    message,
    suggestion: key === undefined || suggestion !== '' ? suggestion : nearField(key, names),
  }));
  return { value: undefined, diagnostics };
}

/** A missing field next to a similar unknown one is one mistake, not two. */
function pairSpellings(findings: readonly Finding[]): Finding[] {
  const parentOf = ({ path }: Finding) => path.slice(0, -1).map(String).join('.');
  const missing = Map.groupBy(
    findings.filter((finding) => finding.missing === true),
    parentOf,
  );
  const pairs = new Map<Finding, Finding>();
  for (const unknown of findings.filter(({ key }) => key !== undefined)) {
    const beside = missing.get(parentOf(unknown)) ?? [];
    const near = nearestName(
      unknown.key ?? '',
      beside.map(({ path }) => String(path.at(-1))),
    );
    const other = beside.find(({ path }) => String(path.at(-1)) === near);
    if (other !== undefined) pairs.set(unknown, other);
  }
  const paired = new Set(pairs.values());
  return findings
    .filter((finding) => !paired.has(finding))
    .map((finding) => {
      const other = pairs.get(finding);
      return other === undefined
        ? finding
        : { ...finding, suggestion: `Did you mean "${String(other.path.at(-1))}"?` };
    });
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
