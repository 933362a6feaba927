/** Readers of stored JSON, which may have been cut, edited or written by another program. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** A value as an object; undefined if it is none. */
export const objectOf = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null ? (value as JsonObject) : undefined;

/** A value as a list; an empty one if it is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The texts among the items of a list; none if the value is no list. */
export const stringsOf = (value: unknown): string[] =>
  listOf(value).filter((item): item is string => typeof item === 'string');

/** A number from 0 to `most`; undefined where it is none. */
export const numberUpTo = (value: unknown, most: number): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= most ? value : undefined;

/** Entries of an object that have the right shape. `__proto__` and its like become plain keys. */
export const entriesOf = <T>(
  value: unknown,
  read: (entry: JsonObject) => T,
): Readonly<Record<string, T>> =>
  Object.fromEntries(
    Object.entries(objectOf(value) ?? {}).flatMap(([id, entry]) => {
      const found = objectOf(entry);
      return found === undefined ? [] : [[id, read(found)]];
    }),
  );
