/**
 * The colours in a sheet of tokens, by name; the first definition of a name counts.
 * @param css custom properties with one colour, or with two: `var(--light, #fcfcfa) var(--dark, #10181e)`
 */
export function tokenColours(css: string, scheme: 'light' | 'dark'): Map<string, string> {
  const colours = new Map<string, string>();
  const value = /(--[\w-]+): (?:(#[0-9a-f]{6})|var\(--light, (#\w+)\) var\(--dark, (#\w+)\));/g;
  for (const [, name = '', one, light, dark] of css.matchAll(value)) {
    const colour = one ?? (scheme === 'light' ? light : dark);
    if (colour !== undefined && !colours.has(name)) colours.set(name, colour);
  }
  return colours;
}
