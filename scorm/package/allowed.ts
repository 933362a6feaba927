/**
 * Kinds of files that every LMS server knows (P35); `json`, `mjs`, `wasm` and `webmanifest` come
 * with wrong types from some and are refused.
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

/** Ending of a file name, without the dot; empty when it has none. */
export const kindOf = (path: string) => /\.([^./]+)$/.exec(path)?.[1] ?? '';

/** Whether a package may hold a file of this kind (P35). */
export const isAllowedKind = (path: string) => kinds.includes(kindOf(path));
