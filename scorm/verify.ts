import { unzipSync } from 'fflate';
import { builtPackages } from './cli.ts';
import { UsageError } from './command/usage-error.ts';
import { argumentsOf, differences, isCopy, readBytes, verifyFile } from './command/verify-file.ts';
import { PackageError } from './package/package-rules.ts';

/**
 * `npm run verify -- FILE`: checks any package against every rule. A package of this project is also rebuilt from
 * `dist` and compared byte by byte. A copy of the website is not a package and is only compared. Arguments after the
 * file are the options with which it was built.
 * @returns whether no rule is violated and the bytes are the same
 * @throws UsageError if the file cannot be read, or an option is invalid
 */
export async function verify(
  [path, ...options]: readonly string[],
  dist: string,
  log: (line: string) => void,
): Promise<boolean> {
  if (path === undefined) throw new UsageError('Write: npm run verify -- FILE.zip');
  if (isCopy(path)) return isCopyOfBuild(path, options, dist, log);
  const { bytes, files, lines, isFaultless } = verifyFile(path);
  for (const line of lines) log(line);
  const packageArguments = argumentsOf(path);
  if (packageArguments === undefined) {
    log('Not compared: this is not a file name of a package of this project.');
    return isFaultless;
  }
  const [again] = await builtPackages([...packageArguments, ...options], dist);
  const isSame = again !== undefined && Buffer.compare(bytes, again.bytes) === 0;
  log(
    isSame
      ? 'Rebuilt from dist: the same bytes.'
      : `Rebuilt from dist: differs in ${again ? differences(files, unzipSync(again.bytes)).join(', ') || 'the zip container only' : 'everything'}. Was it built from another version, or with options? Write the options after the file.`,
  );
  return isFaultless && isSame;
}

async function isCopyOfBuild(
  path: string,
  options: readonly string[],
  dist: string,
  log: (line: string) => void,
): Promise<boolean> {
  const [again] = await builtPackages([...(argumentsOf(path) ?? []), ...options], dist);
  const isSame = again !== undefined && Buffer.compare(readBytes(path), again.bytes) === 0;
  log(
    isSame
      ? 'A copy of the website, rebuilt from dist: the same bytes.'
      : 'A copy of the website, rebuilt from dist: other bytes. Was it built from another version, or damaged in transfer? Compare its checksum with SHA256SUMS.',
  );
  return isSame;
}

if (import.meta.main) {
  try {
    const isFine = await verify(process.argv.slice(2), 'dist', console.log);
    if (!isFine) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof PackageError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
