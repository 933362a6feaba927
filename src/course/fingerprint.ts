import { base64, written } from '../codec/alphabet.ts';
import { checksum } from '../codec/checksum.ts';
import type { Structure } from './structure.ts';

/** Stored progress is read many times in a session, each time against the same structure. */
const fingerprints = new WeakMap<Structure, string>();

/**
 * Six characters that differ whenever two structures do: stored progress carries them, so that it
 * is never read against another structure than the one it was written for (P03).
 */
export function fingerprint(structure: Structure): string {
  const print =
    fingerprints.get(structure) ?? written(BigInt(checksum(JSON.stringify(structure))), base64, 6);
  fingerprints.set(structure, print);
  return print;
}
