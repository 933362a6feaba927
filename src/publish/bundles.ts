import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

// The oldest browsers in which everything works (D11).
const target = ['chrome109', 'firefox115', 'safari15.6'];

const shared: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  target,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
};

/** The scripts of the pages, by the name under which a page asks for them (`page`, `case`, ...). */
export const pageScripts = (): Map<string, string> => entries('src/**/*.entry.ts', '.entry.ts');

/** What stands below the changes in the file that tells of them. */
export const updateScript = 'src/progress/update/update.ts';

/** The scripts of the shell, by standard. */
export const shellScripts = (): Map<string, string> =>
  new Map(
    globSync('scorm/standards/*/shell.entry.ts')
      .toSorted()
      .map((path) => [basename(dirname(path)), path]),
  );

const entries = (pattern: string, ending: string) =>
  new Map(
    globSync(pattern)
      .toSorted()
      .map((path) => [basename(path, ending), path]),
  );

/** One classic script from an entry point: runs from `file://` and under `default-src 'self'`. */
export async function bundleScript(path: string, options: BuildOptions = {}): Promise<string> {
  return text(await build({ ...shared, entryPoints: [path], format: 'iife', ...options }), path);
}

/** One stylesheet with its imports. */
export async function bundleStyles(path: string, options: BuildOptions = {}): Promise<string> {
  return text(
    await build({ ...shared, entryPoints: [path], external: ['*.woff2'], ...options }),
    path,
  );
}

function text(
  { outputFiles }: { outputFiles?: { text: string }[] | undefined },
  path: string,
): string {
  const [file] = outputFiles ?? [];
  if (file === undefined) throw new Error(`esbuild made nothing from ${path}`);
  return file.text;
}

/** `name-<8 characters>.ext`, which changes with the bytes and only with them. */
export function hashedName(name: string, extension: string, bytes: string): string {
  return `${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.${extension}`;
}
