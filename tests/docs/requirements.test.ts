import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  brokenLinks,
  missingPaths,
  outsideReferences,
  repositoryTexts,
  requirementsIn,
  unknownDocuments,
  unresolvedNumbers,
} from './references.ts';

const texts = repositoryTexts();
const documentation = [...texts].filter(([path]) => path.endsWith('.md'));
const requirements = requirementsIn(readFileSync('docs/requirements.md', 'utf8'));
const ids = new Set(requirements.map(({ id }) => id));
const adrs = new Set(globSync('docs/adr/*.md').map((path) => Number.parseInt(basename(path), 10)));
const documents = new Set(
  globSync('{*,{src,scorm,tests,docs,content,.github}/**/*}.md').map((path) => basename(path)),
);
const testFiles = Map.groupBy(globSync('tests/**/*.ts'), (path) => basename(path));

describe('docs/requirements.md', () => {
  test('states requirement, reason, source and tests for each number, once', () => {
    expect(requirements.map(({ id }) => id)).toHaveLength(ids.size);
    for (const { id, parts } of requirements)
      expect([id, ...parts.keys()]).toEqual([id, 'Requirement', 'Reason', 'Source', 'Tests']);
    expect(ids.size).toBeGreaterThan(60);
  });

  test('names test files that exist and refer to the number', () => {
    const faults = requirements.flatMap(({ id, testFiles: named }) =>
      named.flatMap((name) => {
        const found = testFiles.get(name) ?? [];
        if (found.length === 0) return [`${id}: no file below tests/ is called ${name}`];
        return found.some((path) => readFileSync(path, 'utf8').includes(id))
          ? []
          : [`${id}: ${found.join(' and ')} does not mention ${id}`];
      }),
    );
    expect(faults).toEqual([]);
  });
});

describe('a reference in code, tests or documentation', () => {
  const faultsIn = (find: (path: string, text: string) => string[], where = [...texts]) =>
    where.flatMap(([path, text]) => find(path, text));

  test('by number leads to a requirement or an ADR', () => {
    expect(faultsIn((path, text) => unresolvedNumbers(path, text, ids, adrs))).toEqual([]);
  });

  test('by link leads to a file and a heading of the repository', () => {
    expect(faultsIn(brokenLinks, documentation)).toEqual([]);
  });

  test('by path leads to a file or folder', () => {
    const current = documentation.filter(([path]) => path !== 'CHANGELOG.md');
    expect(faultsIn(missingPaths, current)).toEqual([]);
  });

  test('by the name of a document leads to a document of the repository', () => {
    expect(faultsIn((path, text) => unknownDocuments(path, text, documents))).toEqual([]);
  });

  test('never leads out of the repository', () => {
    expect(faultsIn(outsideReferences)).toEqual([]);
  });
});

describe('a planted fault is found with its line', () => {
  test.for<[fault: string, found: string[]]>([
    ['P99', unresolvedNumbers('a.ts', '//\n// P99', ids, adrs)],
    ['ADR 99', unresolvedNumbers('a.ts', '//\n// ADR 99', ids, adrs)],
    ['](gone.md)', brokenLinks('docs/a.md', '\n[a](gone.md)')],
    ['](testing.md#gone)', brokenLinks('docs/a.md', '\n[a](testing.md#gone)')],
    ['](../../a.md)', brokenLinks('docs/a.md', '\n[a](../../a.md)')],
    ['src/gone.ts', missingPaths('docs/a.md', '\n`src/gone.ts`')],
    ['gone.md', unknownDocuments('a.ts', '//\n// see gone.md', documents)],
    ['field notes', outsideReferences('a.ts', '//\n// field notes')],
    ['design 4', outsideReferences('a.ts', '//\n// design 4.8')],
    ['/home/me', outsideReferences('a.ts', '//\n// in /home/me/x')],
  ])('%s', ([fault, found]) => {
    expect(found).toEqual([expect.stringMatching(/^[\w./]+:2: /)]);
    expect(found[0]?.endsWith(fault)).toBe(true);
  });
});
