import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isElements } from './elements.ts';
import { noAttempt, type KeptAttempt } from './launch.ts';

/** Stores attempts in a folder, one file each, so that they survive a restart of the preview. */
export class Attempts {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param key standard, manifest and item of the attempt
   * @returns the stored attempt; an empty one if none is stored
   * @throws Error if an attempt is stored but cannot be read
   */
  read(key: string): KeptAttempt {
    let text: string;
    try {
      text = readFileSync(this.#file(key), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return noAttempt;
      throw error;
    }
    const attempt = { ...noAttempt, ...(JSON.parse(text) as object) };
    if (!isElements(attempt.elements)) throw new Error('The attempt has no data model.');
    return attempt;
  }

  /** @throws Error if it cannot be stored; the previous version is kept */
  write(key: string, attempt: KeptAttempt): void {
    const file = this.#file(key);
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(`${file}.unfinished`, JSON.stringify(attempt, null, 2));
      renameSync(`${file}.unfinished`, file);
    } catch (error) {
      removed(`${file}.unfinished`);
      throw error;
    }
  }

  forget(key: string): void {
    rmSync(this.#file(key), { force: true });
  }

  // Keys come from untrusted manifests, so they are hashed and are never file names themselves.
  #file(key: string) {
    return join(
      this.#folder,
      `${createHash('sha256').update(key).digest('hex').slice(0, 24)}.json`,
    );
  }
}

function removed(file: string) {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder was removed, and the file with it.
  }
}
