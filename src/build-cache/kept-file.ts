import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Relative to these sources, not to the working directory; `npm ci` clears it. */
const folder = join(import.meta.dirname, '../../node_modules/.cache/course');

/** The path of a cache file, which keeps results from one command to the next. */
export const keptPath = (name: string): string => join(folder, name);

/**
 * A hash of the source files that determine a result, since other code may give other results. Line ends are
 * normalised, because they differ between checkouts.
 */
export function codeHash(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
  return hash.digest('hex');
}

/** Checksum that detects a truncated or hand-edited file. */
const sealOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Reads the results that an earlier command cached, by key.
 * @param code hash of the code that computes the results
 * @returns an empty map if the file is missing or damaged, or was written by other code
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

/** Caches results for later commands. Never throws: without the cache a command only takes longer. */
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
    // The folder is not writable.
  }
}
