/** Content of `offline-files.js` at the root of the site: all files that are stored for offline use. */
export interface OfflineFiles {
  /** Changes if any of the files changes. */
  readonly edition: string;
  /** Total size on the device, in bytes. */
  readonly bytes: number;
  /** Paths relative to the root of the site, sorted. */
  readonly paths: readonly string[];
}

/** Whether a file of the site is stored: files that learners open, but not alternative forms of the same content. */
export const isKeptOffline = (path: string): boolean =>
  /\.(html|css|js|svg|woff2|png|jpe?g|webp)$/.test(path) &&
  !/^review\/|^[\w-]+\/handbook\/|^offline-(files|worker)\.js$/.test(path);

/**
 * Name of the cache of an edition; includes the scope, so that sites in other folders of the host have their own
 * caches.
 */
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

/** The path that a host serves for an address: for a folder, its index page. */
export const servedPath = (path: string): string =>
  /(^|\/)$/.test(path) ? `${path}index.html` : path;
