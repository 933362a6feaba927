import type { Structure } from './structure.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Six characters that differ whenever two structures do: stored progress carries them, so that it
 * is never read against another structure than the one it was written for (P03). Not a secret and
 * not a signature; two 32-bit FNV-1a hashes with different offsets are enough.
 */
export function fingerprint(structure: Structure): string {
  const text = JSON.stringify(structure);
  const hashes = [fnv1a(text, 0x811c9dc5), fnv1a(text, 0x01000193)];
  return hashes
    .flatMap((hash) => [hash, hash >>> 6, hash >>> 12])
    .map((bits) => alphabet[bits & 63])
    .join('');
}

/** A hash of 32 bits that catches slips; no secret and no signature. */
export function fnv1a(text: string, offset = 0x811c9dc5): number {
  let hash = offset;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
