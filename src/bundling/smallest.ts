import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { codeHash, keptPath, readKept, writeKept } from '../build-cache/kept-file.ts';

/** File that keeps small scripts from one command to the next. */
const keptFile = keptPath('small-scripts.json');
/** Most scripts kept: those of pages and the shells of all standards, now and before a change or two. */
const mostKept = 48;

/** Makes a script smaller. */
type Minify = (script: string) => Promise<string>;

/**
 * Gives what makes classic scripts, bundled and minified before, smaller once more: a sixteenth of what is on the
 * wire. It takes a second for 60 kB, so only what every launch of a package or many readers load first is worth it,
 * and each script is made smaller once.
 * @param file where small scripts are kept for later commands
 * @param minify makes a script that is not kept
 */
export function smallScripts(file = keptFile, minify: Minify = byTerser): Minify {
  // One command makes many packages.
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
  // Read again: another script may have been kept meanwhile.
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
  if (code === undefined) throw new Error('terser made nothing of the script');
  return code;
}

/** Makes a script smaller, once in a process and, as far as it is kept, once for all commands. */
export const smallest = smallScripts();
