/**
 * File extensions that every LMS server knows (P35). `json`, `mjs`, `wasm` and `webmanifest` are refused,
 * because some servers send them with a wrong media type.
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

/** Whether a package may hold a file of this kind (P35). */
export const isAllowedKind = (path: string) => kinds.includes(kindOf(path));
