import { createHash } from 'node:crypto';
import { clustersOf, type Place } from './clusters.ts';
import { fullPath, inByteOrder, isRedirect, type Entry, type Item } from './entry.ts';
import { numbers } from './numbers.ts';

/** The title listings: all entries, and the pages that appear in searches. */
const listType = 'application/octet-stream+zimlisting';
const listOfAll = 'listing/titleOrdered/v0';
const listOfArticles = 'listing/titleOrdered/v1';

/** Value of the media type field in a redirect entry. */
const redirectType = 0xffff;

const headerSize = 80;
const noPage = 0xffffffff;

/**
 * Builds a ZIM archive (openZIM, "ZIM file format", version 6.1) for Kiwix readers. Deterministic: the UUID of
 * the archive is derived from its content.
 * @param entries each path unique in its namespace; every redirect targets an item in the list
 * @param mainPage full path of the entry that a reader opens first
 * @throws RangeError if the target of a redirect or the main page does not exist
 */
export function zimArchive(entries: readonly Entry[], mainPage: string): Uint8Array {
  const withLists = [...entries, list(listOfAll, []), list(listOfArticles, [])];
  const sorted = inByteOrder(withLists, fullPath);
  const indexes = new Map(sorted.map((entry, index) => [fullPath(entry), index]));
  const indexOf = (path: string) => {
    const index = indexes.get(path);
    if (index === undefined)
      throw new RangeError(`No entry of the archive has the path "${path}".`);
    return index;
  };
  const byTitle = inByteOrder(sorted, (entry) => `${entry.namespace}${entry.title ?? entry.path}`);
  const all = byTitle.map((entry) => indexOf(fullPath(entry)));
  const articles = byTitle
    .filter((entry) => !isRedirect(entry) && entry.isArticle === true)
    .map((entry) => indexOf(fullPath(entry)));
  const complete = sorted.map((entry) => {
    if (fullPath(entry) === `X${listOfAll}`) return list(listOfAll, all);
    return fullPath(entry) === `X${listOfArticles}` ? list(listOfArticles, articles) : entry;
  });

  const items = complete.filter((entry): entry is Item => !isRedirect(entry));
  const { clusters, places } = clustersOf(items);
  const types = [...new Set(items.map(({ type }) => type))].toSorted();
  const typeList = Buffer.from(`${types.map((type) => `${type}\0`).join('')}\0`);
  const directory = complete.map((entry) =>
    isRedirect(entry)
      ? directoryEntry(entry, redirectType, numbers([indexOf(entry.to)], 4))
      : directoryEntry(entry, types.indexOf(entry.type), placeIn(places.get(entry))),
  );

  const urls = headerSize + typeList.length;
  const titles = urls + 8 * complete.length;
  const entriesStart = titles + 4 * complete.length;
  const clusterPointers = entriesStart + sizeOf(directory);
  const clustersStart = clusterPointers + 8 * clusters.length;
  const checksum = clustersStart + sizeOf(clusters);
  const header = Buffer.concat([
    numbers([0x44d495a], 4),
    numbers([6, 1], 2),
    identifier(complete),
    numbers([complete.length, clusters.length], 4),
    numbers([urls, titles, clusterPointers, headerSize], 8),
    numbers([indexOf(mainPage), noPage], 4),
    numbers([checksum], 8),
  ]);
  const body = Buffer.concat([
    header,
    typeList,
    numbers(offsets(directory, entriesStart), 8),
    numbers(all, 4),
    ...directory,
    numbers(offsets(clusters, clustersStart), 8),
    ...clusters,
  ]);
  return Buffer.concat([body, createHash('md5').update(body).digest()]);
}

const list = (path: string, indexes: readonly number[]): Item => ({
  namespace: 'X',
  path,
  type: listType,
  bytes: numbers(indexes, 4),
});

/** A directory entry: type, no parameters, namespace, revision 0, target, path and title. */
function directoryEntry({ namespace, path, title = '' }: Entry, type: number, leads: Buffer) {
  return Buffer.concat([
    numbers([type], 2),
    numbers([0], 1),
    Buffer.from(namespace),
    numbers([0], 4),
    leads,
    Buffer.from(`${path}\0${title === path ? '' : title}\0`),
  ]);
}

const placeIn = ({ cluster, blob }: Place = { cluster: 0, blob: 0 }) => numbers([cluster, blob], 4);

const sizeOf = (parts: readonly Buffer[]) => parts.reduce((sum, { length }) => sum + length, 0);

function offsets(parts: readonly Buffer[], start: number): number[] {
  let at = start;
  return parts.map(({ length }) => {
    const offset = at;
    at += length;
    return offset;
  });
}

/** A UUID derived from the content (RFC 9562, version 8). */
function identifier(entries: readonly Entry[]): Buffer {
  const hash = createHash('sha256');
  for (const entry of entries) {
    hash.update(`${fullPath(entry)}\0${entry.title ?? ''}\0`);
    if (isRedirect(entry)) hash.update(entry.to);
    else hash.update(`${entry.type}\0${entry.bytes.length}\0`).update(entry.bytes);
  }
  const bytes = hash.digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes;
}
