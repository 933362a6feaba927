import { zipSync } from 'fflate';

/** The bytes of each entry by its name. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Zips files to a PIF (Package Interchange File): first the manifest, so that an LMS finds it at once
 * (P27), then by code unit, whatever the machine's language. The same files give the same bytes,
 * whenever, wherever and in whatever time zone it runs (P41): zip entries carry local time, so the
 * date is a local one.
 */
export function zipPackage(files: Files, manifestName = 'imsmanifest.xml'): Uint8Array {
  const rank = (name: string) => (name === manifestName ? '' : name);
  const inOrder = [...files].toSorted(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  return zipSync(Object.fromEntries(inOrder), { level: 9, mtime: new Date(2020, 0, 1) });
}
