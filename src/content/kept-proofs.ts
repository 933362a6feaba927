import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { keptProofs, type Proof } from '../cases/proved.ts';
import { codeHash, keptPath, readKept, writeKept } from '../build-cache/kept-file.ts';

/**
 * Runs a content check with the proofs cached by an earlier command, so that an unchanged case is not proved
 * again. A change of the proving code invalidates the cache.
 */
export function withKeptProofs<Result>(
  check: () => Result,
  file = keptPath('proofs.json'),
): Result {
  const code = codeOfProofs();
  const earlier = readKept<Proof>(file, code);
  for (const [structure, proof] of earlier) keptProofs.set(structure, proof);
  const result = check();
  if ([...keptProofs.keys()].some((structure) => !earlier.has(structure)))
    writeKept(file, code, keptProofs);
  return result;
}

/** A hash of everything that a proof depends on: the proving code and XState. */
function codeOfProofs(): string {
  const folder = join(import.meta.dirname, '../cases');
  const sources = globSync('*.ts', { cwd: folder }).toSorted();
  const library = createRequire(import.meta.url).resolve('xstate/package.json');
  return codeHash([...sources.map((name) => join(folder, name)), library]);
}
