import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseDocument, type YAMLParseError } from 'yaml';
import type { Fault } from '../course/fault.ts';
import {
  citationsIn,
  coverageFaults,
  coverageSchema,
  type Coverage,
  type TaughtLesson,
} from './coverage.ts';
import { parseWith } from './schema-faults.ts';

const file = 'coverage.yaml';

/** `content/coverage.yaml`; empty for a course that promised nothing, and with faults where it cannot be read. */
export function readCoverage(root: string): { coverage: Coverage; faults: Fault[] } {
  if (!existsSync(join(root, file))) return { coverage: [], faults: [] };
  const document = parseDocument(readFileSync(join(root, file), 'utf8'));
  const { value, faults } =
    document.errors.length > 0
      ? { value: undefined, faults: document.errors.map(yamlFault) }
      : parseWith(coverageSchema, document.toJS(), file);
  return { coverage: value ?? [], faults };
}

const yamlFault = ({ linePos, message }: YAMLParseError): Fault => ({
  file,
  field: `line ${linePos?.[0].line ?? 1}`,
  found: `Cannot be read as YAML: ${message.split(' at line')[0]}.`,
  remedy: 'Put the text in "quotes" if it holds a colon, or mend the indentation there.',
});

/**
 * Rows of `content/coverage.yaml` that nothing covers.
 * @param modules ids of the modules whose lessons count; without them those of every file
 */
export function checkCoverage(
  root: string,
  language: string,
  modules: readonly string[] = ['*'],
): Fault[] {
  const { coverage, faults } = readCoverage(root);
  const below = join(root, language);
  const lessons = new Map(
    modules
      .flatMap((module) => globSync(join(below, 'modules', module, 'lessons/*.mdx')))
      .map((path): [string, TaughtLesson] => {
        const text = readFileSync(path, 'utf8');
        return [basename(path, '.mdx'), { text, citations: citationsIn(text) }];
      }),
  );
  const pages = new Set(
    globSync(join(below, '**/*.{mdx,yaml}')).map((path) =>
      relative(below, path).replaceAll('\\', '/'),
    ),
  );
  return [...faults, ...coverageFaults(coverage, lessons, pages)];
}
