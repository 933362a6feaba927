import { readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import type { SoftwareLibrary } from '../course/course.ts';

/** The libraries that contribute code to the outputs of a bundle, sorted by name. */
export function librariesOf({ outputs }: Metafile): SoftwareLibrary[] {
  const folders = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  return [...new Set(folders)].toSorted().map(libraryIn);
}

/** Reads name, version and licence from the `package.json` of a library. */
function libraryIn(folder: string): SoftwareLibrary {
  const { name, version, license } = JSON.parse(
    readFileSync(`${folder}/package.json`, 'utf8'),
  ) as Partial<SoftwareLibrary>;
  if (name === undefined || version === undefined)
    throw new Error(
      `${folder}/package.json has no "name" or no "version". Install the library again with "npm ci".`,
    );
  return { name, version, license: license ?? 'NOASSERTION' };
}
