import { zstdDecompressSync } from 'node:zlib';

interface ReadEntry {
  /** Namespace and path in one. */
  readonly path: string;
  readonly title: string;
  /** Media type; undefined for a redirect. */
  readonly type?: string;
  /** Index of the entry that a redirect leads to. */
  readonly to?: number;
  readonly bytes: Uint8Array;
}

/** A ZIM archive as a reader opens it, every pointer followed. */
export interface ReadArchive {
  readonly entries: readonly ReadEntry[];
  /** Indexes of entries by title, as the header leads to them. */
  readonly byTitle: readonly number[];
  readonly mainPage: number;
  readonly identifier: string;
  /** Offset of the checksum of the file. */
  readonly checksum: number;
}

/** Reads an archive after the specification (openZIM, "ZIM file format"). @throws RangeError behind its end */
export function readZim(archive: Uint8Array): ReadArchive {
  const file = Buffer.from(archive);
  const position = (at: number) => Number(file.readBigUInt64LE(at));
  const textAt = (at: number) => file.toString('utf8', at, file.indexOf(0, at));
  const [count, clusterCount] = [file.readUInt32LE(24), file.readUInt32LE(28)];
  const [urls, titles, clusterPointers, types] = [32, 40, 48, 56].map(position) as [
    number,
    number,
    number,
    number,
  ];
  const checksum = position(72);
  const typeNames: string[] = [];
  for (let at = types; textAt(at) !== ''; at += Buffer.byteLength(textAt(at)) + 1)
    typeNames.push(textAt(at));

  const starts = [...Array(clusterCount).keys()].map((each) =>
    position(clusterPointers + 8 * each),
  );
  const clusters = starts.map((start, index) => {
    const kind = file.readUInt8(start) & 0x0f;
    const packed = file.subarray(start + 1, starts[index + 1] ?? checksum);
    return kind === 5 ? zstdDecompressSync(packed) : packed;
  });
  const blobOf = (cluster: number, blob: number) => {
    const content = clusters[cluster] ?? Buffer.alloc(0);
    return content.subarray(content.readUInt32LE(4 * blob), content.readUInt32LE(4 * blob + 4));
  };

  const entries = [...Array(count).keys()].map((each): ReadEntry => {
    const at = position(urls + 8 * each);
    const type = file.readUInt16LE(at);
    const isRedirect = type === 0xffff;
    const text = at + (isRedirect ? 12 : 16);
    const path = textAt(text);
    const title = textAt(text + Buffer.byteLength(path) + 1) || path;
    const named = { path: String.fromCharCode(file.readUInt8(at + 3)) + path, title };
    if (isRedirect) return { ...named, to: file.readUInt32LE(at + 8), bytes: Buffer.alloc(0) };
    const bytes = blobOf(file.readUInt32LE(at + 8), file.readUInt32LE(at + 12));
    return { ...named, type: typeNames[type] ?? '', bytes };
  });
  return {
    entries,
    byTitle: [...Array(count).keys()].map((each) => file.readUInt32LE(titles + 4 * each)),
    mainPage: file.readUInt32LE(64),
    identifier: file.toString('hex', 8, 24),
    checksum,
  };
}
