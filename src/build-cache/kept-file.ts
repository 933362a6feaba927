import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Beside these sources, wherever a command runs; `npm ci` clears it. */
const folder = join(import.meta.dirname, '../../node_modules/.cache/course');

/** The path of a file in which results are kept from one command to the next. */
export const keptPath = (name: string): string => join(folder, name);

/**
 * A hash of the files that decide a result: other code makes other results. Line ends differ from checkout to checkout.
 */
export function codeHash(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
  return hash.digest('hex');
}

/** The seal finds a file that was cut, or changed by hand. */
const sealOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Reads results that an earlier command kept, by their key.
 * @param code hash of the code that makes them
 * @returns nothing if the file is missing or damaged, or other code wrote it
 */
export function readKept<Value>(file: string, code: string): Map<string, Value> {
  try {
    const whole = readFileSync(file, 'utf8');
    const end = whole.indexOf('\n');
    const text = whole.slice(end + 1);
    if (whole.slice(0, end) !== sealOf(code + text)) return new Map();
    return new Map(JSON.parse(text) as [string, Value][]);
  } catch {
    return new Map();
  }
}

/** Keeps results for later commands. Never throws: without the file a command only takes longer. */
export function writeKept(
  file: string,
  code: string,
  results: Iterable<readonly [string, unknown]>,
): void {
  const text = JSON.stringify([...results]);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, `${sealOf(code + text)}\n${text}`);
    renameSync(unfinished, file);
  } catch {
    // A folder that cannot be written to.
  }
}
