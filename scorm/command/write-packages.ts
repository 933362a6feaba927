import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './usage-error.ts';

/** Writes packages into a folder, each atomically, and the checksums of all packages in that folder. */
export function writePackages(
  folder: string,
  packages: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): void {
  for (const { name, bytes } of packages) keep(folder, name, bytes);
  keep(folder, 'SHA256SUMS', new TextEncoder().encode(sums(folder)));
}

function keep(folder: string, name: string, bytes: Uint8Array) {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(path, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `${path} could not be written (${reason}). Free some disk space or choose a folder that you may write to, and run the command again.`,
    );
  }
}

/** Writes a file under another name first, so that a full disk never leaves an incomplete package. */
function writeWhole(path: string, bytes: Uint8Array) {
  const unfinished = `${path}.unfinished`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Checksums of every package in the folder, in the format of `sha256sum --check`. */
function sums(folder: string): string {
  return globSync('*.{zip,zim,cdx.json}', { cwd: folder })
    .toSorted()
    .map((name) => {
      const sum = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
      return `${sum}  ${name}\n`;
    })
    .join('');
}
