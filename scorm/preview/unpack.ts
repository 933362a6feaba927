import { crc32, inflateRawSync } from 'node:zlib';
import { RejectedPackage } from './rejection.ts';
import { centralDirectory, type ZipEntry } from './zip-directory.ts';
import type { ZipDialect } from './zip-names.ts';

/** Size limits; a package beyond them is treated as an attack or a mistake. */
export const limits = {
  /** Bytes of the zip, and of everything in it. */
  bytes: 512 * 2 ** 20,
  entries: 20_000,
  /** Maximum compression ratio, checked only for packages that unpack to more than `smallBytes`. */
  ratio: 100,
  smallBytes: 32 * 2 ** 20,
};

/** The content of an unpacked zip. */
export interface Unpacked {
  /** Bytes by name; folders are left out. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Non-standard zip features in it that some platforms cannot open. */
  readonly dialects: readonly ZipDialect[];
}

/**
 * Unpacks an untrusted zip. Checks sizes, names and kinds of all entries before the first byte is unpacked.
 * @throws RejectedPackage
 */
export function unpack(zip: Uint8Array): Unpacked {
  if (zip.length > limits.bytes) throw new RejectedPackage('too-large', megabytes(zip.length));
  const entries = centralDirectory(zip, limits.entries);
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > limits.bytes) throw new RejectedPackage('too-large', megabytes(total));
  const ratio = total / zip.length;
  if (total > limits.smallBytes && ratio > limits.ratio)
    throw new RejectedPackage('bomb', String(Math.round(ratio)));

  const files = new Map<string, Uint8Array>();
  const dialects = new Set<ZipDialect>();
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    const data = packedData(zip, entry);
    // Overlapping entries are a sign of a zip bomb.
    if (entry.at < end) throw new RejectedPackage('bomb', entry.name);
    end = data.byteOffset - zip.byteOffset + data.length;
    if (entry.dialect) dialects.add(entry.dialect);
    if (entry.name === '' || entry.name.endsWith('/')) continue;
    if (files.has(entry.name)) throw new RejectedPackage('twice', entry.name);
    files.set(entry.name, unpacked(entry, data));
  }
  return { files, dialects: [...dialects] };
}

const megabytes = (bytes: number) => String(Math.ceil(bytes / 2 ** 20));

function packedData(zip: Uint8Array, { at, packed, name }: ZipEntry): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  if (at + 30 > zip.length || view.getUint32(at, true) !== 0x04034b50)
    throw new RejectedPackage('damaged', name);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > zip.length) throw new RejectedPackage('truncated');
  return zip.subarray(start, start + packed);
}

function unpacked({ name, method, crc, unpacked: size }: ZipEntry, data: Uint8Array): Uint8Array {
  if (method !== 0 && method !== 8) throw new RejectedPackage('compression', name);
  const bytes = method === 0 ? data : inflated(name, size, data);
  if (bytes.length !== size || crc32(bytes) !== crc) throw new RejectedPackage('damaged', name);
  return bytes;
}

function inflated(name: string, size: number, data: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new RejectedPackage('damaged', name);
  }
}
