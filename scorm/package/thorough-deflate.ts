import { createHash } from 'node:crypto';
import { deflateAsync } from '@gfx/zopfli';
import { kindOf } from './allowed.ts';
import type { Deflate, Files } from './zip-package.ts';

/**
 * Compresses as small as deflate allows in a few seconds, with zopfli in WebAssembly, which gives the same bytes on
 * every machine (P41). What stands in several packages of one run, as scripts do, is compressed once.
 * @returns for the files of a package, what gives the compressed bytes of each
 */
export function thoroughDeflate(): (files: Files) => Promise<Deflate> {
  const known = new Map<string, Promise<Uint8Array>>();
  const compressed = (path: string, bytes: Uint8Array) => {
    const options = kindOf(path) === 'js' ? ofScripts : ofPages;
    const key = createHash('sha256')
      .update(bytes)
      .update(String(options.blocksplitting))
      .digest('hex');
    const found = known.get(key) ?? deflateAsync(bytes, options);
    known.set(key, found);
    return found;
  };
  return async (files) => {
    const done = new Map<Uint8Array, Uint8Array>();
    for (const [path, bytes] of files) done.set(bytes, await compressed(path, bytes));
    return (bytes) => {
      const found = done.get(bytes);
      if (!found) throw new Error('These bytes are not of a file of the package.');
      return found;
    };
  };
}

/** Words and data, as in a script, deserve codes of their own for each part; a page is of one kind, and short. */
const ofScripts = { numiterations: 2, blocksplitting: true, blocksplittingmax: 4 };
const ofPages = { numiterations: 1, blocksplitting: false };
