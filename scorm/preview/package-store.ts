import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openPackage, type OpenedPackage } from './opened-package.ts';

/** One package that was built here. */
export interface StoredPackage {
  readonly name: string;
  readonly bytes: number;
  readonly made: Date;
}

/** The packages that can be opened: those of a folder, and those that were uploaded. */
export class PackageStore {
  readonly #folder: string;
  readonly #opened = new Map<string, { made: number; opened: OpenedPackage }>();
  readonly #uploaded = new Map<string, OpenedPackage>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The packages of the folder, by name. */
  list(): StoredPackage[] {
    return globSync('*.zip', { cwd: this.#folder })
      .toSorted()
      .map((name) => {
        const { size, mtime } = statSync(join(this.#folder, name));
        return { name, bytes: size, made: mtime };
      });
  }

  /**
   * Opens a package by the name of its file; a package that was built anew is read anew.
   * @returns undefined when there is none
   * @throws RejectedPackage
   */
  open(name: string): OpenedPackage | undefined {
    const uploaded = this.#uploaded.get(name);
    if (uploaded) return uploaded;
    const file = this.list().find((each) => each.name === name);
    if (!file) return undefined;
    const made = file.made.getTime();
    const known = this.#opened.get(name);
    if (known?.made === made) return known.opened;
    const opened = openPackage(readFileSync(join(this.#folder, name)));
    this.#opened.set(name, { made, opened });
    return opened;
  }

  /** Puts an uploaded package in the store. @throws RejectedPackage */
  add(name: string, zip: Uint8Array): void {
    this.#uploaded.set(name, openPackage(zip));
  }
}
