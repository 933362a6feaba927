import { readCourseStructure } from './cmi5/read-course-structure.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { RejectedPackage } from './rejection.ts';
import { unpack } from './unpack.ts';
import type { ZipDialect } from './zip-names.ts';

/** A package that can be launched. */
export interface OpenedPackage extends Manifest {
  /** Identifier of its manifest; attempts are stored under it, so that they survive a new version. */
  readonly id: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Non-standard zip features in it that some platforms cannot open. */
  readonly dialects: readonly ZipDialect[];
}

/**
 * Opens a zip as a package of SCORM or of cmi5.
 * @throws RejectedPackage if it is not a package, is hostile or is damaged
 */
export function openPackage(zip: Uint8Array): OpenedPackage {
  const { files, dialects } = unpack(zip);
  const names = [...files.keys()];
  return { ...manifestOf(files, names), files, dialects };
}

/** Parsers by the name of the manifest file; the first file that exists is used. */
const readers = [
  ['imsmanifest.xml', readManifest],
  ['cmi5.xml', readCourseStructure],
] as const;

function manifestOf(files: ReadonlyMap<string, Uint8Array>, names: readonly string[]): Manifest {
  for (const [name, read] of readers) {
    const bytes = files.get(name);
    if (bytes) return read(bytes, names);
  }
  for (const [name] of readers) {
    const capitals = names.find((other) => other.toLowerCase() === name);
    if (capitals !== undefined) throw new RejectedPackage('manifest-capitals', capitals);
    const inFolder = names.find((other) => other.toLowerCase().endsWith(`/${name}`));
    if (inFolder !== undefined) throw new RejectedPackage('manifest-in-folder', inFolder);
  }
  throw new RejectedPackage('no-manifest');
}
