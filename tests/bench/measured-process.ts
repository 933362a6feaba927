import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { benchFolder } from './measured-build.ts';

export interface Usage {
  /** Processor seconds, user and system. */
  readonly cpu: number;
  /** The most memory, in megabytes. */
  readonly memory: number;
}

/**
 * Runs a Node script and measures it.
 * @param env variables beside those of this process
 * @throws Error with what the script printed when it fails
 */
export function measured(
  script: readonly string[],
  { cwd, env = {} }: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Usage {
  const file = join(process.cwd(), benchFolder, 'usage.txt');
  rmSync(file, { force: true });
  const usage = pathToFileURL(join(import.meta.dirname, 'process-usage.ts')).href;
  execFileSync(process.execPath, ['--import', usage, ...script], {
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, ...env, BENCH_USAGE: file },
    stdio: 'pipe',
    // A large build names each of its pages.
    maxBuffer: 2 ** 28,
  });
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const all = lines.map((line) => JSON.parse(line) as Usage);
  return {
    cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
    memory: Math.max(...all.map(({ memory }) => memory)),
  };
}
