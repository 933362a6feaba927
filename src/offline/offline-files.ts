/** Content of `offline-files.js` at the root of the site: everything that is kept for offline. */
export interface OfflineFiles {
  /** Changes with any of the files. */
  readonly edition: string;
  /** Bytes on the device. */
  readonly bytes: number;
  /** Paths from the root of the site, in order. */
  readonly paths: readonly string[];
}

/** Whether a file of the site is kept: what learners open, and not a second form of it. */
export const isKeptOffline = (path: string): boolean =>
  /\.(html|css|js|svg|woff2|png|jpe?g|webp)$/.test(path) &&
  !/^review\/|^[\w-]+\/handbook\/|^offline-(files|worker)\.js$/.test(path);

/** Name of the cache of an edition; a site in another folder of the host has other caches. */
export const cacheName = (scope: string, edition: string): string =>
  `ati-offline ${scope} ${edition}`;

/** Caches of other editions of the same site. */
export const staleCaches = (
  names: readonly string[],
  scope: string,
  edition: string,
): readonly string[] =>
  names.filter(
    (name) => name.startsWith(cacheName(scope, '')) && name !== cacheName(scope, edition),
  );

/** The path that a host shows for an address: that of a folder is the index of it. */
export const servedPath = (path: string): string =>
  /(^|\/)$/.test(path) ? `${path}index.html` : path;
