import { zipSync } from 'fflate';

/** Entry names that stand first, so that an LMS finds the manifest at once (P27). */
const manifests = ['imsmanifest.xml', 'cmi5.xml'];

/** The bytes of each entry by its name. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Orders entry names: the manifest, then by code unit, whatever the machine's language. */
const inOrder = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  rank(a) < rank(b) ? -1 : 1;

const rank = (name: string) => (manifests.includes(name) ? '' : name);

/**
 * Zips files to a PIF (Package Interchange File). The same files give the same bytes, whenever,
 * wherever and in whatever time zone it runs (P41): zip entries carry local time, so the date is
 * a local one.
 */
export function zipPackage(files: Files): Uint8Array {
  const entries = Object.fromEntries([...files].toSorted(inOrder));
  return zipSync(entries, { level: 9, mtime: new Date(2020, 0, 1) });
}
