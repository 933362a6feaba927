const name = /--[a-z][\w-]*/g;

/**
 * Short names for the custom properties that a stylesheet declares and that only stylesheets use: a name is in a
 * sheet as often as its property. In order of the alphabet, so that the same properties have the same names in every
 * build.
 * @param declaring the sheet that declares them
 * @param kept names that scripts set, and those that hold nothing but a switch
 */
export function shortNames(
  declaring: string,
  kept: readonly string[],
): ReadonlyMap<string, string> {
  const declared = [...declaring.matchAll(/(--[a-z][\w-]*)\s*:/g)].map(([, long = '']) => long);
  const long = [...new Set(declared)].filter((each) => !kept.includes(each)).toSorted();
  return new Map(long.map((each, index) => [each, `--${index.toString(36)}`]));
}

/** A sheet with these names in place of the long ones, and without the space that stands before their values. */
export const withShortNames = (css: string, names: ReadonlyMap<string, string>): string =>
  css
    .replace(/(--[a-z][\w-]*): (?=[^;}!])/g, '$1:')
    .replace(name, (each) => names.get(each) ?? each);
