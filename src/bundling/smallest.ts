import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { codeHash, keptPath, readKept, writeKept } from '../build-cache/kept-file.ts';

/** Cache of minified scripts, shared between commands. */
const keptFile = keptPath('small-scripts.json');
/**
 * Maximum number of cached scripts: those of pages and the shells of all standards, in the current and one or two
 * earlier versions.
 */
const mostKept = 48;

/** Minifies a script. */
type Minify = (script: string) => Promise<string>;

/**
 * Returns a function that minifies bundled classic scripts a second time, which saves a sixteenth of the compressed
 * size. It takes a second for 60 kB, so it is used only for scripts that every launch of a package or many readers load
 * first, and results are cached.
 * @param file the cache for later commands
 * @param minify minifies a script that is not cached
 */
export function smallScripts(file = keptFile, minify: Minify = byTerser): Minify {
  // Cached in memory too: one command makes many packages.
  const made = new Map<string, Promise<string>>();
  return (script) => {
    const small = made.get(script) ?? keptOrMinified(script, file, minify);
    made.set(script, small);
    return small;
  };
}

async function keptOrMinified(script: string, file: string, minify: Minify): Promise<string> {
  const code = codeHash([
    import.meta.filename,
    createRequire(import.meta.url).resolve('terser/package.json'),
  ]);
  const key = createHash('sha256').update(script).digest('hex');
  const kept = readKept<string>(file, code).get(key);
  if (kept !== undefined) return kept;
  const small = await minify(script);
  // Read again, because another script may have been cached meanwhile.
  const others = [...readKept<string>(file, code)].slice(1 - mostKept);
  writeKept(file, code, [...others, [key, small]]);
  return small;
}

async function byTerser(script: string): Promise<string> {
  const { minify } = await import('terser');
  const { code } = await minify(script, {
    ecma: 2020,
    compress: { ecma: 2020, passes: 3 },
    format: { ecma: 2020 },
  });
  if (code === undefined) throw new Error('Terser returned no code for the script.');
  return code;
}

/** Minifies a script. Results are cached in the process and, up to `mostKept`, across commands. */
export const smallest = smallScripts();
