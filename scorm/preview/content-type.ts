import { lookup } from 'mrmime';

/** Media types that packages need and the common list lacks. */
const others: Readonly<Record<string, string>> = {
  eot: 'application/vnd.ms-fontobject',
  flac: 'audio/flac',
  ico: 'image/x-icon',
  m3u8: 'application/vnd.apple.mpegurl',
  m4v: 'video/mp4',
  srt: 'text/plain',
  swf: 'application/x-shockwave-flash',
};

/**
 * Media type of a file as a strict server sends it; unknown extensions are `application/octet-stream` (P35).
 * @param isUtf8 whether its bytes are UTF-8; otherwise a page declares its own encoding
 */
export function contentType(path: string, isUtf8: boolean): string {
  const type = lookup(path.toLowerCase()) ?? others[kindOf(path)] ?? 'application/octet-stream';
  return isUtf8 && type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

/** Whether a file of this type is compressible. */
export const isText = (type: string): boolean => /^text\/|xml|json|wasm/.test(type);

/** Lower-case file extension without the dot; empty if there is none. */
export const kindOf = (path: string): string =>
  /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
