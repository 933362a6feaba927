import { minify } from 'terser';

/** What was made smaller before, by what it was made of: one command makes many packages. */
const made = new Map<string, Promise<string>>();

/**
 * A classic script, bundled and minified before, made smaller once more: a sixteenth of what is on the wire. It takes
 * a second for 60 kB, so only what every launch of a package loads is worth it.
 */
export function smallest(script: string): Promise<string> {
  const known = made.get(script) ?? minified(script);
  made.set(script, known);
  return known;
}

async function minified(script: string): Promise<string> {
  const { code } = await minify(script, {
    ecma: 2020,
    compress: { ecma: 2020, passes: 3 },
    format: { ecma: 2020 },
  });
  if (code === undefined) throw new Error('terser made nothing of the script');
  return code;
}
