import { crc32 } from 'node:zlib';
import { fromCodePage437 } from './code-page-437.ts';

/** The name of an entry, and any non-standard way it was written. */
export interface EntryName {
  /** Name with `/` between folders and no `.` or empty segment; ends in `/` for a folder, empty for the root. */
  readonly name: string;
  /** Name as written in the zip. */
  readonly written: string;
  readonly dialect?: ZipDialect;
}

/** A non-standard way of writing names, which some platforms cannot open. */
export type ZipDialect = 'backslash' | 'dot-segment';

/**
 * Decodes the name of an entry: as UTF-8 if bit 11 is set or the bytes are valid UTF-8, else from the Unicode extra
 * field (APPNOTE 4.6.9), else as code page 437.
 */
export function entryName(bytes: Uint8Array, flags: number, unicode?: Uint8Array): EntryName {
  const written = decoded(bytes, flags, unicode);
  const slashed = written.replaceAll('\\', '/');
  const segments = slashed.split('/');
  const isFolder = ['', '.'].includes(segments.at(-1) ?? '');
  const kept = segments.filter((segment) => segment !== '' && segment !== '.');
  const name = kept.join('/') + (isFolder && kept.length > 0 ? '/' : '');
  if (slashed !== written) return { name, written, dialect: 'backslash' };
  return name === written ? { name, written } : { name, written, dialect: 'dot-segment' };
}

/**
 * Whether a name leads out of the package or is invalid: empty, absolute, with `..`, a drive or control characters.
 */
export const isUnsafe = (written: string): boolean =>
  written === '' ||
  /^[\\/]|^[a-z]:|[\0-\x1f\x7f]/i.test(written) ||
  written.split(/[\\/]/).includes('..');

function decoded(bytes: Uint8Array, flags: number, unicode?: Uint8Array): string {
  // The field contains the CRC of the name it belongs to; a mismatch means a tool renamed the entry and left
  // the field.
  if (unicode && unicode.length > 5 && unicode[0] === 1) {
    const view = new DataView(unicode.buffer, unicode.byteOffset, unicode.length);
    if (view.getUint32(1, true) === crc32(bytes)) return utf8(unicode.subarray(5)) ?? '';
  }
  return utf8(bytes) ?? (flags & 0x800 ? new TextDecoder().decode(bytes) : fromCodePage437(bytes));
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
