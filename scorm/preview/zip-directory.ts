import { RejectedPackage } from './rejection.ts';
import { entryName, isUnsafe, type ZipDialect } from './zip-names.ts';

/** One entry of a zip, from the central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly dialect?: ZipDialect;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Offset of the local file header. */
  readonly at: number;
}

interface End {
  readonly count: number;
  /** Offset of the central directory, and of its end. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads the central directory of a zip (PKWARE APPNOTE 6.3.10, 4.3.12 to 4.3.16).
 * @param most maximum number of entries
 * @throws RejectedPackage
 */
export function centralDirectory(zip: Uint8Array, most: number): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  if (zip.length < 4 || zip[0] !== 0x50 || zip[1] !== 0x4b) throw new RejectedPackage('not-zip');
  const { count, from, to } = endRecord(view);
  if (count > most) throw new RejectedPackage('too-many', String(count));
  const entries: ZipEntry[] = [];
  let at = from;
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > to || view.getUint32(at, true) !== 0x02014b50)
      throw new RejectedPackage('truncated');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > to) throw new RejectedPackage('truncated');
    const extra = extraFields(zip.subarray(nameEnd, extraEnd));
    entries.push(entryOf(view, at, zip.subarray(at + 46, nameEnd), extra));
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

function entryOf(
  view: DataView,
  at: number,
  nameBytes: Uint8Array,
  extra: ReadonlyMap<number, Uint8Array>,
): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const { name, written, dialect } = entryName(nameBytes, flags, extra.get(0x7075));
  if (flags & 1) throw new RejectedPackage('encrypted', written);
  // The upper half holds the Unix mode, whose type 0o12 is a symbolic link.
  if (view.getUint32(at + 38, true) >>> 28 === 0o12) throw new RejectedPackage('symlink', written);
  if (isUnsafe(written)) throw new RejectedPackage('unsafe-path', written);
  const [unpacked, packed, offset] = sizes(view, at, extra.get(1));
  return {
    name,
    ...(dialect && { dialect }),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    unpacked,
    at: offset,
  };
}

/** Unpacked size, packed size and offset. If all bits are set, the value is in the ZIP64 field (APPNOTE 4.5.3). */
function sizes(view: DataView, at: number, zip64?: Uint8Array): [number, number, number] {
  const long = zip64 && new DataView(zip64.buffer, zip64.byteOffset, zip64.length);
  let next = 0;
  const value = (field: number) => {
    const short = view.getUint32(at + field, true);
    if (short !== 0xffffffff || !long) return short;
    if (next + 8 > long.byteLength) throw new RejectedPackage('truncated');
    next += 8;
    return Number(long.getBigUint64(next - 8, true));
  };
  return [value(24), value(20), value(42)];
}

/** The extra fields of an entry by id (APPNOTE 4.5.1). */
function extraFields(bytes: Uint8Array): Map<number, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const fields = new Map<number, Uint8Array>();
  for (let at = 0; at + 4 <= bytes.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    fields.set(view.getUint16(at, true), bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

/**
 * The end of central directory record. A comment of up to 65,535 bytes follows it and may contain the same
 * signature, so the record is the one whose directory is at the stated offset.
 */
function endRecord(view: DataView): End {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    const end = zip64End(view, at) ?? {
      count: view.getUint16(at + 10, true),
      from: view.getUint32(at + 16, true),
      to: at,
    };
    if (startsDirectory(view, end)) return end;
  }
  throw new RejectedPackage('truncated');
}

const startsDirectory = (view: DataView, { count, from, to }: End) =>
  count === 0 ? from === to : from + 46 <= to && view.getUint32(from, true) === 0x02014b50;

/** The end record of a ZIP64 file, found by the locator before the usual end record (APPNOTE 4.3.14, 4.3.15). */
function zip64End(view: DataView, end: number): End | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > locator || view.getUint32(at, true) !== 0x06064b50) return undefined;
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    from: Number(view.getBigUint64(at + 48, true)),
    to: at,
  };
}
