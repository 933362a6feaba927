import { constants, zstdCompressSync } from 'node:zlib';
import type { Item } from './entry.ts';
import { numbers } from './numbers.ts';

/** Place of the bytes of an item: the number of the cluster, and of the blob in it. */
export interface Place {
  readonly cluster: number;
  readonly blob: number;
}

/** Uncompressed size of a cluster in bytes; a reader decompresses a whole cluster for one page. */
const clusterSize = 2 ** 20;

/** Kinds of compression (ZIM file format, "Clusters"). */
const plain = 1;
const zstandard = 5;

/** Listings and pictures are stored uncompressed: listings are read in place, pictures would not shrink. */
const isPlain = ({ namespace, type }: Item) => namespace === 'X' || /^image\/(?!svg)/.test(type);

/**
 * Packs items into clusters.
 * @param items ordered so that similar items are neighbours and compress well together
 * @returns the clusters, and the place of each item
 */
export function clustersOf(items: readonly Item[]): {
  readonly clusters: readonly Buffer[];
  readonly places: ReadonlyMap<Item, Place>;
} {
  const groups = [
    ...grouped(items.filter((item) => !isPlain(item))),
    ...grouped(items.filter(isPlain)),
  ];
  return {
    clusters: groups.map(clusterOf),
    places: new Map(
      groups.flatMap((group, cluster) => group.map((item, blob) => [item, { cluster, blob }])),
    ),
  };
}

function grouped(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  let size = clusterSize;
  for (const item of items) {
    if (size + item.bytes.length > clusterSize) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(item);
    size += item.bytes.length;
  }
  return groups;
}

/** The bytes of a cluster: a compression byte, the offsets of its blobs and of their end, the blobs. */
function clusterOf(items: readonly Item[]): Buffer {
  const first = (items.length + 1) * 4;
  const offsets = [first];
  for (const { bytes } of items) offsets.push((offsets.at(-1) ?? first) + bytes.length);
  const content = Buffer.concat([numbers(offsets, 4), ...items.map(({ bytes }) => bytes)]);
  if (items.every(isPlain)) return Buffer.concat([numbers([plain], 1), content]);
  const packed = zstdCompressSync(content, {
    params: { [constants.ZSTD_c_compressionLevel]: 19 },
  });
  return Buffer.concat([numbers([zstandard], 1), packed]);
}
