import { base64, written } from '../codec/alphabet.ts';
import { checksum } from '../codec/checksum.ts';
import type { Structure } from './structure.ts';

/**
 * Six characters that differ whenever two structures do: stored progress carries them, so that it
 * is never read against another structure than the one it was written for (P03).
 */
export const fingerprint = (structure: Structure): string =>
  written(BigInt(checksum(JSON.stringify(structure))), base64, 6);
