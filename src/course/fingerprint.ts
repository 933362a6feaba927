import { base64, written } from '../codec/alphabet.ts';
import { checksum } from '../codec/checksum.ts';
import type { Structure } from './structure.ts';

/** Stored progress is read many times in a session, each time against the same structure. */
const fingerprints = new WeakMap<Structure, string>();

/**
 * Six characters that identify a structure; stored progress contains them, so that it is never read against a
 * structure other than its own (P03).
 */
export function fingerprint(structure: Structure): string {
  const print =
    fingerprints.get(structure) ?? written(BigInt(checksum(JSON.stringify(structure))), base64, 6);
  fingerprints.set(structure, print);
  return print;
}
