import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

// ESLint checks which folder may import which (eslint.config.js). A circle it cannot see: of files, imports
// of types included, since two files that need each other's types are one concept cut in two.

/** Paths of the files of ours that a file imports. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  // Only the code of an Astro component, between its two fences, has imports.
  const code = path.endsWith('.astro') ? (text.split(/^---$/m)[1] ?? '') : text;
  return ts
    .preProcessFile(code)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(path), name).replaceAll('\\', '/'));
}

/** A first path that leads back to where it began, with the file that closes it at both ends. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    const start = path.indexOf(file);
    if (start >= 0) return [...path.slice(start), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

test('no file imports itself by way of others', () => {
  const files = globSync('{src,scorm}/**/*.{ts,astro}').map((path) => path.replaceAll('\\', '/'));
  const graph = new Map(files.toSorted().map((path) => [path, importsOf(path)]));
  expect([...graph.values()].flat().length).toBeGreaterThan(files.length);
  expect(circleIn(graph)).toBeUndefined();
});

test('a circle is named from the file that closes it', () => {
  const graph = new Map([
    ['a.ts', ['b.ts']],
    ['b.ts', ['c.ts', 'd.ts']],
    ['c.ts', []],
    ['d.ts', ['b.ts']],
  ]);
  expect(circleIn(graph)).toEqual(['b.ts', 'd.ts', 'b.ts']);
});
