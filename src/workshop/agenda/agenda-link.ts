/** Prefix of a URL fragment that contains an agenda as text. */
const mark = '#agenda=';

/** The URL of a page with this text in its fragment, in characters that survive copying into messages. */
export function linkWith(page: string, text: string): string {
  const bytes = new TextEncoder().encode(text);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
  return `${page}${mark}${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The text in a URL; undefined if there is none, or it is truncated. */
export function textOfLink(hash: string): string | undefined {
  if (!hash.startsWith(mark)) return undefined;
  try {
    const base64 = hash.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
