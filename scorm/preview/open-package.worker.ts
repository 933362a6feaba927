import { readFileSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openPackage } from './opened-package.ts';
import { RejectedPackage } from './rejection.ts';
import { storeFiles } from './stored-files.ts';
import { limits } from './unpack.ts';
import type { WorkerInput, WorkerOutput } from './read-package.ts';

/** Opens a package in a worker, so that no file can block the server thread. */
function opened({ zip, folder }: WorkerInput): WorkerOutput {
  try {
    const { size } = statSync(zip);
    if (size > limits.bytes)
      throw new RejectedPackage('too-large', String(Math.ceil(size / 2 ** 20)));
    const { files, standard, ...about } = openPackage(readFileSync(zip));
    const launch = files.get(about.scos[0]?.launch ?? '');
    const head = new TextDecoder().decode(launch?.subarray(0, 4096));
    return {
      ...about,
      standard: standard.id,
      isOurs: /<html[^>]*\sdata-package=/.test(head),
      files: storeFiles(folder, files),
    };
  } catch (error) {
    if (!(error instanceof RejectedPackage)) throw error;
    return { reason: error.reason, found: error.found, nearest: error.nearest };
  }
}

parentPort?.postMessage(opened(workerData as WorkerInput));
