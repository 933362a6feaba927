import { cacheName, type OfflineFiles, servedPath, staleCaches } from './offline-files.ts';

/** The subset of a service worker's global object used here (Service Workers, W3C). */
interface WorkerScope {
  readonly atiOfflineFiles?: OfflineFiles;
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  importScripts(url: string): void;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'message', listener: (event: Lasting & MessageEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = self as unknown as WorkerScope;
// The browser also compares imported scripts when it checks for updates.
worker.importScripts('offline-files.js');
const { edition, paths } = worker.atiOfflineFiles as OfflineFiles;
const { scope } = worker.registration;
const currentCache = cacheName(scope, edition);
const atATime = 6;
/** Maximum wait for a page before the copy on the device is shown, in milliseconds. */
const patience = 4000;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      await worker.clients.claim();
      // A reader who had stored the previous edition gets the new one; open pages are not reloaded.
      if (staleCaches(await caches.keys(), scope, edition).length > 0)
        await keep(() => undefined).catch(() => undefined);
    })(),
  ),
);

worker.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.data !== 'keep' || port === undefined) return;
  event.waitUntil(
    keep((done) => port.postMessage({ done, of: paths.length })).then(
      () => port.postMessage('kept'),
      (error: unknown) => port.postMessage({ failed: String(error) }),
    ),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  event.respondWith(answer(request));
});

/**
 * Fetches every file, but reuses files of an earlier edition whose names contain a content hash. The earlier edition is
 * deleted only once this one is complete.
 */
async function keep(tell: (done: number) => void): Promise<void> {
  const cache = await caches.open(currentCache);
  let done = 0;
  const rest = [...paths];
  const fetchRest = async () => {
    for (let path = rest.shift(); path !== undefined; path = rest.shift()) {
      const url = new URL(path, scope).href;
      if ((await cache.match(url)) === undefined) {
        const isNamed = /-[0-9a-f]{8}\.\w+$/.test(path);
        const old = isNamed ? await caches.match(url) : undefined;
        const response = old ?? (await fetch(url, { cache: 'no-cache' }));
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        await cache.put(url, response);
      }
      tell(++done);
    }
  };
  await Promise.all(Array.from({ length: atATime }, fetchRest));
  for (const name of staleCaches(await caches.keys(), scope, edition)) await caches.delete(name);
}

/** Serves pages from the network first, so that they are up to date, and all other files from the cache first. */
async function answer(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const kept = () => caches.match(origin + servedPath(pathname));
  if (request.mode !== 'navigate') return (await kept()) ?? fetch(request);
  const fresh = fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const first = await Promise.race([fresh.catch(() => undefined), late]);
  return first ?? (await kept()) ?? fresh;
}
