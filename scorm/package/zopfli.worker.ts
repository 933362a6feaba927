import { parentPort, workerData } from 'node:worker_threads';
import { deflateAsync } from '@gfx/zopfli';
import type { ToDeflate } from './thorough-deflate.ts';

// Runs in a worker, because in the main thread the library would also handle errors of other code.
const done: Uint8Array[] = [];
for (const { bytes, options } of workerData as readonly ToDeflate[])
  done.push(await deflateAsync(bytes, options));
parentPort?.postMessage(done);
