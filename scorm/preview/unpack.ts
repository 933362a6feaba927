import { crc32, inflateRawSync } from 'node:zlib';
import { RefusedPackage } from './refusal.ts';

/** What a package may weigh before it is taken for an attack or a mistake. */
export const limits = {
  /** Bytes of the zip, and of everything in it. */
  bytes: 512 * 2 ** 20,
  entries: 20_000,
  /** Unpacked bytes for one packed byte, asked only of packages that unpack to more than `smallBytes`. */
  ratio: 100,
  smallBytes: 32 * 2 ** 20,
};

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Offset of the local file header. */
  readonly at: number;
}

/**
 * Unpacks a zip that a stranger made (PKWARE APPNOTE 6.3.10). Sizes, names and kinds of all entries
 * are judged before the first byte is unpacked, and nothing is written to a disk.
 * @returns bytes by name; folders are left out
 * @throws RefusedPackage
 */
export function unpack(zip: Uint8Array): Map<string, Uint8Array> {
  if (zip.length > limits.bytes) throw new RefusedPackage('too-large', megabytes(zip.length));
  const entries = centralDirectory(zip);
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > limits.bytes) throw new RefusedPackage('too-large', megabytes(total));
  const ratio = total / zip.length;
  if (total > limits.smallBytes && ratio > limits.ratio)
    throw new RefusedPackage('bomb', String(Math.round(ratio)));

  const files = new Map<string, Uint8Array>();
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    const data = packedData(zip, entry);
    // Entries that share bytes are how a small zip is made to unpack without end.
    if (entry.at < end) throw new RefusedPackage('bomb', entry.name);
    end = data.byteOffset - zip.byteOffset + data.length;
    if (entry.name.endsWith('/')) continue;
    if (files.has(entry.name)) throw new RefusedPackage('twice', entry.name);
    files.set(entry.name, unpacked(entry, data));
  }
  return files;
}

const megabytes = (bytes: number) => String(Math.ceil(bytes / 2 ** 20));

/** The entries a zip lists at its end (APPNOTE 4.3.12 and 4.3.16). */
function centralDirectory(zip: Uint8Array): Entry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const isZip = zip.length >= 4 && zip[0] === 0x50 && zip[1] === 0x4b;
  if (!isZip) throw new RefusedPackage('not-zip');
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  // 0xFFFF and 0xFFFFFFFF point to records for zips of more than 4 GiB or 65,534 entries.
  if (count > limits.entries) throw new RefusedPackage('too-many', String(count));

  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50)
      throw new RefusedPackage('truncated');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength));
    if (view.getUint16(at + 8, true) & 1) throw new RefusedPackage('encrypted', name);
    // The upper half holds the Unix mode, whose type 0o12 is a symbolic link.
    if (view.getUint32(at + 38, true) >>> 28 === 0o12) throw new RefusedPackage('symlink', name);
    if (isUnsafe(name)) throw new RefusedPackage('unsafe-path', name);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Offset of the record that ends a zip; a comment of up to 65,535 bytes may follow it. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new RefusedPackage('truncated');
}

/** Whether a name leads out of the package or cannot be a name: absolute, upward, on a drive, with control characters. */
const isUnsafe = (name: string) =>
  name === '' ||
  name.startsWith('/') ||
  /[\\\0-\x1f]|^[a-z]:/i.test(name) ||
  name
    .replace(/\/$/, '')
    .split('/')
    .some((segment) => ['', '.', '..'].includes(segment));

function packedData(zip: Uint8Array, { at, packed, name }: Entry): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  if (at + 30 > zip.length || view.getUint32(at, true) !== 0x04034b50)
    throw new RefusedPackage('damaged', name);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > zip.length) throw new RefusedPackage('truncated');
  return zip.subarray(start, start + packed);
}

function unpacked({ name, method, crc, unpacked: size }: Entry, data: Uint8Array): Uint8Array {
  if (method !== 0 && method !== 8) throw new RefusedPackage('compression', name);
  const bytes = method === 0 ? data : inflated(name, size, data);
  if (bytes.length !== size || crc32(bytes) !== crc) throw new RefusedPackage('damaged', name);
  return bytes;
}

function inflated(name: string, size: number, data: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new RefusedPackage('damaged', name);
  }
}
