import { kindOf } from '../package/allowed.ts';

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  htm: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  xml: 'application/xml',
  xsd: 'application/xml',
  dtd: 'application/xml-dtd',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  pdf: 'application/pdf',
  json: 'application/json',
};

/** Media type of a file, as a strict server gives it; unknown kinds are bytes (P35). */
export const contentType = (path: string) =>
  types[kindOf(path).toLowerCase()] ?? 'application/octet-stream';

/** Whether a file of this type gets smaller on the wire. */
export const isText = (type: string) => /^text\/|xml/.test(type);
