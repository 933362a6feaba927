import { createHash } from 'node:crypto';
import type { Course, SoftwareLibrary } from '../../src/course/course.ts';
import type { Files } from './zip-package.ts';

/** Input of a bill of materials. */
export interface MaterialParts {
  /** Name of the package or copy. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The files in the package or copy. */
  readonly files: Files;
  readonly course: Pick<Course, 'id' | 'title' | 'version'>;
  /** Third-party libraries by the path of the script that contains them. */
  readonly libraries: Readonly<Record<string, readonly SoftwareLibrary[]>>;
}

/**
 * Bill of materials of a package or copy (CycloneDX 1.6, JSON): the course, every file with its checksum, and
 * third-party libraries with the scripts that contain them. Deterministic: it contains no timestamp and nothing
 * about the machine.
 */
export function billOfMaterials(parts: MaterialParts): string {
  const { name, bytes, course } = parts;
  const courseRef = `${course.id}@${course.version}`;
  const libraries = usedLibraries(parts);
  const sum = sha256(bytes);
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(sum)}`,
    version: 1,
    metadata: {
      component: {
        ...{ type: 'application', 'bom-ref': courseRef, name: course.id, version: course.version },
        description: course.title,
        licenses: [{ license: { id: 'MIT' } }, { license: { id: 'CC-BY-4.0' } }],
        hashes: [{ alg: 'SHA-256', content: sum }],
        properties: [{ name: 'file', value: name }],
      },
    },
    components: [
      ...libraries.map(({ library, scripts }) => ({
        ...{ type: 'library', 'bom-ref': purlOf(library), name: library.name },
        version: library.version,
        licenses: [licenseOf(library)],
        purl: purlOf(library),
        evidence: { occurrences: scripts.map((location) => ({ location })) },
      })),
      ...[...parts.files].map(([path, content]) => ({
        ...{ type: 'file', 'bom-ref': path, name: path },
        hashes: [{ alg: 'SHA-256', content: sha256(content) }],
      })),
    ],
    dependencies: [
      { ref: courseRef, dependsOn: libraries.map(({ library }) => purlOf(library)) },
      ...libraries.map(({ library }) => ({ ref: purlOf(library) })),
    ],
  };
  return `${JSON.stringify(bill, undefined, 1)}\n`;
}

/** Name of the bill of materials of a package, with the ending of CycloneDX ("Recognized file patterns"). */
export const billName = (name: string): string => name.replace(/\.\w+$/, '.cdx.json');

interface Used {
  readonly library: SoftwareLibrary;
  /** Paths in the package of the scripts that contain the library. */
  readonly scripts: readonly string[];
}

/**
 * The libraries in the files. Compares base names, because a copy has the website in a subfolder; script names contain
 * a hash and are unique.
 */
function usedLibraries({ files, libraries }: MaterialParts): Used[] {
  const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const byName = new Map(Object.entries(libraries).map(([path, each]) => [baseName(path), each]));
  const used = new Map<string, { library: SoftwareLibrary; scripts: string[] }>();
  for (const path of files.keys())
    for (const library of byName.get(baseName(path)) ?? []) {
      const usedLibrary = used.get(purlOf(library));
      if (usedLibrary) usedLibrary.scripts.push(path);
      else used.set(purlOf(library), { library, scripts: [path] });
    }
  return [...used].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** Package URL (purl) of a library in the npm registry; the `@` of a scope is escaped. */
const purlOf = ({ name, version }: SoftwareLibrary) =>
  `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

/** Licence of a library: one identifier, or an expression of several. */
const licenseOf = ({ license }: SoftwareLibrary) =>
  /^[\w.+-]+$/.test(license) ? { license: { id: license } } : { expression: license };

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A UUID derived from a checksum (RFC 9562, version 8). */
const uuidOf = (sum: string) =>
  [sum.slice(0, 8), sum.slice(8, 12), `8${sum.slice(13, 16)}`, `8${sum.slice(17, 20)}`].join('-') +
  `-${sum.slice(20, 32)}`;
