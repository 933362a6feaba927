/**
 * File extensions that every LMS server sends with the right media type (P35). `json`, `mjs`, `wasm` and `webmanifest`
 * are refused, because some servers send them with a wrong one.
 */
const kinds = [
  'html',
  'css',
  'js',
  'svg',
  'png',
  'jpg',
  'webp',
  'woff2',
  'mp3',
  'mp4',
  'vtt',
  'xml',
  'xsd',
  'dtd',
  'txt',
  'pdf',
];

/** File extension without the dot; empty if there is none. */
export const kindOf = (path: string) => /\.([^./]+)$/.exec(path)?.[1] ?? '';

/** Whether a package may contain a file with this extension (P35). */
export const isAllowedKind = (path: string) => kinds.includes(kindOf(path));
