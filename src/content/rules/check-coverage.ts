import { globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { ContentReader } from '../content-reader.ts';
import {
  citationsIn,
  coverageFaults,
  coverageSchema,
  type Coverage,
  type TaughtLesson,
} from './coverage.ts';

const file = 'coverage.yaml';

/** `content/coverage.yaml`; empty for a course that promised nothing, and with faults where it cannot be read. */
export function readCoverage(root: string): { coverage: Coverage; faults: Diagnostic[] } {
  const reader = new ContentReader(root);
  const coverage = reader.optional(file, coverageSchema) ?? [];
  return { coverage, faults: reader.faults.map((fault) => reader.located(fault)) };
}

/**
 * Rows of `content/coverage.yaml` that nothing covers.
 * @param modules ids of the modules whose lessons count; without them those of every file
 */
export function checkCoverage(
  root: string,
  language: string,
  modules: readonly string[] = ['*'],
): Diagnostic[] {
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
