import { Worker } from 'node:worker_threads';
import { playedStandards } from '../standards/registry.ts';
import type { Manifest } from './manifest.ts';
import { RejectedPackage, type RejectionReason } from './rejection.ts';
import type { StoredFile } from './stored-files.ts';
import type { ZipDialect } from './zip-names.ts';

/** A package that can be served. */
export interface ServedPackage extends Manifest {
  readonly dialects: readonly ZipDialect[];
  /** Whether it was built by this project, for the strict policy. */
  readonly isOurs: boolean;
  /** Folder of its files. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, StoredFile>;
}

export interface WorkerInput {
  readonly zip: string;
  readonly folder: string;
}

/** Result of the worker. Contains the id of the standard, because functions cannot be sent between threads. */
export type WorkerOutput =
  | (Omit<ServedPackage, 'standard' | 'folder'> & { readonly standard: string })
  | { readonly reason: RejectionReason; readonly found: string; readonly nearest: string };

const deadlineSeconds = 60;

/**
 * Opens a zip in a worker thread, and writes its files into a folder.
 * @throws RejectedPackage if it is not a package, is hostile, is damaged or takes too long
 */
export async function readPackage(zip: string, folder: string): Promise<ServedPackage> {
  const result = await inWorker({ zip, folder });
  if ('reason' in result) throw new RejectedPackage(result.reason, result.found, result.nearest);
  const standard = playedStandards.find(({ id }) => id === result.standard);
  if (!standard)
    throw new Error(`There is no standard "${result.standard}" in scorm/standards/registry.ts.`);
  return { ...result, standard, folder };
}

function inWorker(workerData: WorkerInput): Promise<WorkerOutput> {
  const worker = new Worker(new URL('./open-package.worker.ts', import.meta.url), { workerData });
  return new Promise<WorkerOutput>((resolve, reject) => {
    const deadline = setTimeout(() => {
      reject(new RejectedPackage('too-slow', String(deadlineSeconds)));
    }, deadlineSeconds * 1000);
    worker
      .once('message', resolve)
      .once('error', reject)
      .once('exit', () => {
        clearTimeout(deadline);
        reject(
          new Error(
            'The thread that reads packages ended without a result. Open the package again.',
          ),
        );
      });
  }).finally(() => void worker.terminate());
}
