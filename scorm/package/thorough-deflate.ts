import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { kindOf } from './allowed.ts';
import type { Deflate, Files } from './zip-package.ts';

/** Bytes to compress, with the options of zopfli. */
export interface ToDeflate {
  readonly bytes: Uint8Array;
  readonly options: typeof ofScripts | typeof ofPages;
}

/** Size in bytes from which a page is worth block splitting (a script always is), which is slower. */
const longPage = 40_000;
const ofScripts = { numiterations: 2, blocksplitting: true, blocksplittingmax: 4 };
const ofPages = { numiterations: 1, blocksplitting: false };

const compressed = new Map<string, Uint8Array>();

/**
 * Compresses with zopfli in WebAssembly, close to the minimum for deflate in a few seconds; the output is the
 * same on every machine (P41). A file that occurs in several packages of one process, such as a script, is
 * compressed once.
 * @returns a function from the files of a package to its `Deflate`
 */
export function thoroughDeflate(): (files: Files) => Promise<Deflate> {
  return async (files) => {
    const keyed = [...files].map(([path, bytes]) => {
      const options = kindOf(path) === 'js' || bytes.length > longPage ? ofScripts : ofPages;
      const sum = createHash('sha256').update(bytes).digest('hex');
      return { bytes, options, key: `${sum} ${options.numiterations}` };
    });
    const fresh = keyed.filter(({ key }) => !compressed.has(key));
    for (const [i, content] of (await deflated(fresh)).entries())
      compressed.set(fresh[i]?.key ?? '', content);
    const done = new Map(keyed.map(({ bytes, key }) => [bytes, compressed.get(key)]));
    return (bytes) => {
      const content = done.get(bytes);
      if (!content) throw new Error('The bytes do not belong to a file of the package.');
      return content;
    };
  };
}

/** Compresses in two threads, alternating the files between them. */
async function deflated(all: readonly ToDeflate[]): Promise<Uint8Array[]> {
  const halves = [0, 1].map((half) => all.filter((_, i) => i % 2 === half));
  const [even = [], odd = []] = await Promise.all(halves.map(inThread));
  return all.flatMap((_, i) => (i % 2 === 0 ? even : odd)[Math.floor(i / 2)] ?? []);
}

function inThread(list: readonly ToDeflate[]): Promise<Uint8Array[]> {
  if (list.length === 0) return Promise.resolve([]);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('zopfli.worker.ts', import.meta.url), {
      workerData: list.map(({ bytes, options }) => ({ bytes, options })),
    });
    worker.once('message', resolve).once('error', reject);
  });
}
