/**
 * Readers of untrusted JSON: stored or sent text that may have been truncated, edited or written by another
 * program.
 */

export type JsonObject = Readonly<Record<string, unknown>>;

/** A value as an object (RFC 8259, section 4); undefined if it is not one; a list is not. */
export const objectOf = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;

/** The value of a text; undefined if it is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The object of a text; undefined if it is no JSON or no object. */
export const parsedObject = (text: string): JsonObject | undefined => objectOf(parsedJson(text));

/** A value as a list; an empty one if it is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The texts among the items of a list; none if the value is no list. */
export const stringsOf = (value: unknown): string[] =>
  listOf(value).filter((item): item is string => typeof item === 'string');

/** A number from 0 to `most`; undefined where it is none. */
export const numberUpTo = (value: unknown, most: number): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= most ? value : undefined;

/** Entries of an object with the right shape. `__proto__` and the like become ordinary keys. */
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

/** Whether a value is an object with a text in each of some fields. */
export const hasTexts = (value: unknown, fields: readonly string[]): boolean => {
  const object = objectOf(value);
  return object !== undefined && fields.every((field) => typeof object[field] === 'string');
};
