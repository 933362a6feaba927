import { randomBytes } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copies } from '../copies/registry.ts';
import { playedStandards, standards } from '../standards/registry.ts';
import { readPackage, type ServedPackage } from './read-package.ts';

/** One package that was built here. */
export interface StoredPackage {
  readonly name: string;
  readonly bytes: number;
  readonly made: Date;
}

/** Key of a package: the file name of one built here, the upload id of any other. */
export type PackageKey = { readonly built: string } | { readonly upload: string };

interface Known {
  readonly name: string;
  readonly made?: number;
  readonly reading: Promise<ServedPackage>;
}

/** Built copies and standards that the preview does not play. */
const unplayed = [...copies, ...standards.filter((each) => !playedStandards.includes(each))];

/** The packages that can be opened: those in a folder, and separately the uploaded ones. */
export class PackageStore {
  readonly #folder: string;
  readonly #unpacked = mkdtempSync(join(tmpdir(), 'preview-lms-'));
  readonly #built = new Map<string, Known>();
  readonly #uploaded = new Map<string, Known>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Names of the playable packages in the folder; it also contains copies of the website and other files. */
  list(): StoredPackage[] {
    return globSync('*.zip', { cwd: this.#folder })
      .filter((name) => !unplayed.some(({ id }) => name.endsWith(`-${id}.zip`)))
      .toSorted()
      .flatMap((name) => {
        const file = statSync(join(this.#folder, name), { throwIfNoEntry: false });
        return file ? [{ name, bytes: file.size, made: file.mtime }] : [];
      });
  }

  /**
   * Opens a package; reads it again if it was rebuilt.
   * @returns the package and the name of its file; undefined when there is none
   * @throws RejectedPackage
   */
  async open(key: PackageKey): Promise<{ name: string; opened: ServedPackage } | undefined> {
    const stored = 'upload' in key ? this.#uploaded.get(key.upload) : this.#ofFolder(key.built);
    return stored && { name: stored.name, opened: await stored.reading };
  }

  /**
   * Takes an uploaded zip.
   * @param zip its path, from `place`
   * @returns the id under which it can be opened
   * @throws RejectedPackage
   */
  async add(name: string, zip: string): Promise<string> {
    const reading = readPackage(zip, this.place());
    await reading.finally(() => {
      rmSync(zip, { force: true });
    });
    const id = randomBytes(9).toString('hex');
    this.#uploaded.set(id, { name, reading });
    return id;
  }

  /** A new folder for files of the preview. */
  place(): string {
    const folder = join(this.#unpacked, randomBytes(9).toString('hex'));
    mkdirSync(folder);
    return folder;
  }

  /** Removes everything that was unpacked. */
  close(): void {
    rmSync(this.#unpacked, { recursive: true, force: true });
  }

  #ofFolder(name: string): Known | undefined {
    const file = this.list().find((each) => each.name === name);
    if (!file) return undefined;
    const made = file.made.getTime();
    const built = this.#built.get(name);
    if (built?.made === made) return built;
    const reading = readPackage(join(this.#folder, name), this.place());
    const read = { name, made, reading };
    this.#built.set(name, read);
    return read;
  }
}
