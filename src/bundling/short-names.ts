const name = /--[a-z][\w-]*/g;

/**
 * Assigns short names to the custom properties that a stylesheet declares and only stylesheets use, since a sheet
 * repeats the name at each use. Names are assigned in alphabetical order, so that the same properties get the same
 * names in every build.
 * @param declaring the sheet that declares the properties
 * @param kept properties that keep their names: those that scripts set, and those that only serve as switches
 */
export function shortNames(
  declaring: string,
  kept: readonly string[],
): ReadonlyMap<string, string> {
  const declared = [...declaring.matchAll(/(--[a-z][\w-]*)\s*:/g)].map(([, long = '']) => long);
  const long = [...new Set(declared)].filter((each) => !kept.includes(each)).toSorted();
  return new Map(long.map((each, index) => [each, `--${index.toString(36)}`]));
}

/** Replaces the long names in a sheet, and removes the space before the values of custom properties. */
export const withShortNames = (css: string, names: ReadonlyMap<string, string>): string =>
  css
    .replace(/(--[a-z][\w-]*): (?=[^;}!])/g, '$1:')
    .replace(name, (each) => names.get(each) ?? each);
