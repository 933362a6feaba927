import { parentPort, workerData } from 'node:worker_threads';
import { deflateAsync } from '@gfx/zopfli';
import type { ToDeflate } from './thorough-deflate.ts';

// In a worker, because the library otherwise catches errors of the main thread as its own.
const done: Uint8Array[] = [];
for (const { bytes, options } of workerData as readonly ToDeflate[])
  done.push(await deflateAsync(bytes, options));
parentPort?.postMessage(done);
