import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noAttempt, type KeptAttempt } from './launch.ts';

/** Keeps attempts in a folder, one file each, so that they outlive the preview. */
export class Attempts {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param key what the attempt is at: standard, manifest and item */
  read(key: string): KeptAttempt {
    try {
      return { ...noAttempt, ...(JSON.parse(readFileSync(this.#file(key), 'utf8')) as object) };
    } catch {
      return noAttempt;
    }
  }

  write(key: string, attempt: KeptAttempt) {
    const file = this.#file(key);
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(`${file}.unfinished`, JSON.stringify(attempt, null, 2));
    renameSync(`${file}.unfinished`, file);
  }

  forget(key: string) {
    rmSync(this.#file(key), { force: true });
  }

  // Keys come from manifests that strangers wrote, so they never become names of files.
  #file(key: string) {
    return join(
      this.#folder,
      `${createHash('sha256').update(key).digest('hex').slice(0, 24)}.json`,
    );
  }
}
