/** Start of the fragment of an address that carries an agenda as text. */
const mark = '#agenda=';

/** The address of a page that opens with this text, in characters that survive a message. */
export function linkWith(page: string, text: string): string {
  const bytes = new TextEncoder().encode(text);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
  return `${page}${mark}${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The text of an address; undefined where it carries none, or was cut. */
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
