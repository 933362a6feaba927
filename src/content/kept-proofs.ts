import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { keptProofs, type Proof } from '../cases/proved.ts';

/** Where proofs are kept from one command to the next. */
const keptFile = 'node_modules/.cache/course/proofs.json';

/**
 * Runs a check of the content with the proofs that an earlier run kept: a case that has not changed is not proved
 * again. They are kept with the code that made them, and other code proves every case anew.
 */
export function withKeptProofs<Result>(check: () => Result, file = keptFile): Result {
  const code = codeOfProofs();
  const known = read(file, code);
  for (const [structure, proof] of known) keptProofs.set(structure, proof);
  const result = check();
  const proofs = [...keptProofs];
  if (proofs.some(([structure]) => !known.has(structure))) write(file, code, proofs);
  return result;
}

/** A hash of all that decides what a proof says: how cases are proved, and XState. */
function codeOfProofs(): string {
  const hash = createHash('sha256');
  const folder = join(import.meta.dirname, '../cases');
  const sources = globSync('*.ts', { cwd: folder }).toSorted();
  const library = createRequire(import.meta.url).resolve('xstate/package.json');
  for (const path of [...sources.map((name) => join(folder, name)), library])
    hash.update(readFileSync(path));
  return hash.digest('hex');
}

/** The seal finds a file that was cut, or changed by hand. */
const sealOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** None where nothing is kept, or where it cannot be used. */
function read(file: string, code: string): ReadonlyMap<string, Proof> {
  try {
    const { seal, text } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    if (text === undefined || seal !== sealOf(code + text)) return new Map();
    return new Map(JSON.parse(text) as [string, Proof][]);
  } catch {
    return new Map();
  }
}

/** Never throws: without kept proofs every check is as long as the first. */
function write(file: string, code: string, proofs: readonly (readonly [string, Proof])[]): void {
  const text = JSON.stringify(proofs);
  const whole = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(whole, JSON.stringify({ seal: sealOf(code + text), text }));
    renameSync(whole, file);
  } catch {
    // A folder that cannot be written to.
  }
}
