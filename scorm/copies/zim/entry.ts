/** Namespace of an entry: content, metadata, entries that readers look for by a fixed name, and lists. */
export type Namespace = 'C' | 'M' | 'W' | 'X';

interface Named {
  readonly namespace: Namespace;
  /** Address within its namespace. */
  readonly path: string;
  /** Title that readers see; the path is used if it is absent. */
  readonly title?: string;
}

/** An entry with bytes of its own. */
export interface Item extends Named {
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Whether it is a page that readers search for by its title. */
  readonly isArticle?: boolean;
}

/** Another name of an item. */
export interface Redirect extends Named {
  /** Full address of the item: its namespace and path, such as `Cen/index.html`. */
  readonly to: string;
}

/** An entry of a ZIM archive. */
export type Entry = Item | Redirect;

/** Whether an entry only leads to another one. */
export const isRedirect = (entry: Entry): entry is Redirect => 'to' in entry;

/** Namespace and path in one, by which entries are sorted and found. */
export const fullPath = ({ namespace, path }: Named): string => `${namespace}${path}`;

/** Sorts a list by the bytes of a text of each entry, independent of the locale. */
export const inByteOrder = <T>(list: readonly T[], textOf: (each: T) => string): T[] =>
  list
    .map((each) => [each, Buffer.from(textOf(each))] as const)
    .toSorted(([, a], [, b]) => Buffer.compare(a, b))
    .map(([each]) => each);
