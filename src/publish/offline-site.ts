import { createHash } from 'node:crypto';
import { bundleScript } from '../bundling/bundle.ts';
import { isKeptOffline, type OfflineFiles } from '../offline/offline-files.ts';

/** The service worker of the site. */
const workerScript = 'src/offline/worker.ts';

/**
 * Makes the two files at the root of the site that keep it offline: the service worker, and the list of files that it
 * caches.
 * @param site content of every file by path
 */
export async function offlineSite(
  site: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, string>> {
  const kept = [...site].filter(([path]) => isKeptOffline(path));
  const hash = createHash('sha256');
  for (const [path, bytes] of kept) hash.update(path).update('\0').update(bytes);
  const files: OfflineFiles = {
    edition: hash.digest('hex').slice(0, 12),
    bytes: kept.reduce((sum, [, bytes]) => sum + bytes.length, 0),
    paths: kept.map(([path]) => path),
  };
  return new Map([
    ['offline-files.js', `self.atiOfflineFiles=${JSON.stringify(files)};\n`],
    ['offline-worker.js', await bundleScript(workerScript)],
  ]);
}
