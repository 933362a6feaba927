import { crc32 } from 'node:zlib';

/** Differences that a zip of another maker can have. */
export interface ZipHabits {
  /** Sizes and offsets in ZIP64 fields of the central directory. */
  readonly zip64Fields?: boolean;
  /** Number and place of the central directory in a ZIP64 end record. */
  readonly zip64End?: boolean;
  readonly comment?: string;
  /** General purpose flags; bit 11 says that names are UTF-8. */
  readonly flags?: number;
}

const le = (bytes: number, value: number) =>
  Array.from({ length: bytes }, (_, at) => Math.floor(value / 2 ** (8 * at)) % 256);
const [u16, u32, u64] = [2, 4, 8].map((bytes) => (value: number) => le(bytes, value)) as [
  (value: number) => number[],
  (value: number) => number[],
  (value: number) => number[],
];
const allOnes = 0xffffffff;

/** Writes a zip of stored entries byte by byte (APPNOTE 4.3); names may be bytes of any code page. */
export function writeZip(
  entries: readonly (readonly [name: string | Uint8Array, content: string | Uint8Array])[],
  { zip64Fields = false, zip64End = false, comment = '', flags = 0 }: ZipHabits = {},
): Uint8Array {
  const encode = (text: string | Uint8Array) =>
    typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const local: number[][] = [];
  const central: number[][] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const [nameBytes, bytes] = [encode(name), encode(content)];
    const head = [u16(45), u16(flags), u16(0), u16(0), u16(0x21), u32(crc32(bytes))].flat();
    const size = u32(bytes.length);
    const start = [u32(0x04034b50), head, size, size, u16(nameBytes.length), u16(0)].flat();
    const record = [...start, ...nameBytes, ...bytes];
    const long = [u64(bytes.length), u64(bytes.length), u64(at)].flat();
    const extra = zip64Fields ? [...u16(1), ...u16(long.length), ...long] : [];
    const short = (value: number) => u32(zip64Fields ? allOnes : value);
    central.push(
      [u32(0x02014b50), u16(45), head, short(bytes.length), short(bytes.length)].flat(2),
      [u16(nameBytes.length), u16(extra.length), u16(0), u16(0), u16(0), u32(0)].flat(),
      [...short(at), ...nameBytes, ...extra],
    );
    local.push(record);
    at += record.length;
  }
  const directory = central.flat();
  const end64 = [u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0)].flat();
  const count64 = [u64(entries.length), u64(entries.length), u64(directory.length), u64(at)].flat();
  const locator = [u32(0x07064b50), u32(0), u64(at + directory.length), u32(1)].flat();
  const count = u16(zip64End ? 0xffff : entries.length);
  const commentBytes = encode(comment);
  return Uint8Array.from([
    ...local.flat(),
    ...directory,
    ...(zip64End ? [...end64, ...count64, ...locator] : []),
    ...[u32(0x06054b50), u16(0), u16(0), count, count].flat(),
    ...u32(zip64End ? allOnes : directory.length),
    ...u32(zip64End ? allOnes : at),
    ...u16(commentBytes.length),
    ...commentBytes,
  ]);
}
