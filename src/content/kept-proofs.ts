import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { keptProofs, type Proof } from '../cases/proved.ts';
import { codeHash, keptPath, readKept, writeKept } from '../build-cache/kept-file.ts';

/**
 * Runs a check of the content with the proofs that an earlier command kept: a case that has not changed is not
 * proved again. They are kept with the code that made them, and other code proves every case anew.
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

/** A hash of all that decides what a proof says: how cases are proved, and XState. */
function codeOfProofs(): string {
  const folder = join(import.meta.dirname, '../cases');
  const sources = globSync('*.ts', { cwd: folder }).toSorted();
  const library = createRequire(import.meta.url).resolve('xstate/package.json');
  return codeHash([...sources.map((name) => join(folder, name)), library]);
}
