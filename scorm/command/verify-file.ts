import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { unzipSync } from 'fflate';
import { copies } from '../copies/registry.ts';
import { problemLine } from '../package/package-problem.ts';
import { verifyPackage } from '../package/verify.ts';
import { RejectedPackage, type RejectionReason } from '../preview/rejection.ts';
import { unpack } from '../preview/unpack.ts';
import { standards } from '../standards/registry.ts';
import { UsageError } from './usage-error.ts';

/** File names that `npm run package` gives: scope, language, standard or copy, form. */
const ownName = new RegExp(
  `^ati-([a-z][\\w-]*)-([a-z]{2,3}(?:-[A-Z]{2})?)-(${[...standards, ...copies]
    .map(({ id }) => id)
    // Longest first, because one name may be a prefix of another.
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(-modules)?\\.(?:zip|zim)$`,
);

/**
 * Derives from a file name the arguments with which a package or copy of ours was built.
 * @returns arguments of `npm run package`; undefined if the command never produces such a name
 */
export function argumentsOf(path: string): string[] | undefined {
  const [, scope, language, standard, form] = ownName.exec(basename(path)) ?? [];
  if (scope === undefined || language === undefined || standard === undefined) return undefined;
  const [, track] = /^course-(.+)$/.exec(scope) ?? [];
  return [
    ...['--standard', standard, '--language', language],
    ...(track === undefined ? ['--scope', scope] : ['--track', track]),
    ...(form === undefined ? [] : ['--form', 'modules']),
  ];
}

/** Whether a file is a copy of the website, to which no rule for packages applies. */
export const isCopy = (path: string): boolean =>
  copies.some(({ id, ending }) => basename(path).endsWith(`-${id}.${ending}`));

/** A package that was read. */
export interface VerifiedFile {
  readonly bytes: Uint8Array;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** A line for each rule, and one for each problem. */
  readonly lines: readonly string[];
  readonly isFaultless: boolean;
}

/** Reads a package and checks every rule. @throws UsageError if it cannot be read */
export function verifyFile(path: string): VerifiedFile {
  const bytes = readBytes(path);
  const files = unzipped(path, bytes);
  const results = verifyPackage(new Map(Object.entries(files)));
  return {
    bytes,
    files,
    lines: results.flatMap(({ rule, says, problems }) => [
      `${rule} ${inWords(problems.length)}: ${says}`,
      ...problems.map((each) => `    ${problemLine(each)}`),
    ]),
    isFaultless: results.every(({ problems }) => problems.length === 0),
  };
}

function inWords(problems: number): string {
  if (problems === 0) return 'in order';
  return problems === 1 ? '1 problem' : `${problems} problems`;
}

/** Paths in which two packages differ. */
export const differences = (
  one: Readonly<Record<string, Uint8Array>>,
  other: Readonly<Record<string, Uint8Array>>,
): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((path) => {
      const [first, second] = [one[path], other[path]];
      return !first || !second || Buffer.compare(first, second) !== 0;
    })
    .toSorted();

/** Reads the bytes of a file. @throws UsageError if there is no such file */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError(`There is no file ${path}. Write: npm run verify -- FILE.zip`);
  }
}

/** Rejection reasons that mean a zip must not be imported; every other reason means a damaged file. */
const hostile: Partial<Record<RejectionReason, string>> = {
  'too-large': 'unpacks to more bytes than any platform accepts',
  'too-many': 'holds more files than any platform accepts',
  bomb: 'unpacks without end',
  twice: 'holds two files with the same name, of which platforms unpack either',
  'unsafe-path': 'holds a path that leads out of its folder',
  symlink: 'holds a link to a place outside its folder',
  encrypted: 'is encrypted, which no platform opens',
  compression: 'uses a compression method that platforms do not support',
};

function unzipped(path: string, bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  try {
    // Checks size, name and checksum of every file before any rule runs.
    unpack(bytes);
    return unzipSync(bytes);
  } catch (error) {
    const why = error instanceof RejectedPackage ? hostile[error.reason] : undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      why
        ? `${path} ${why} (${reason}). Do not import it.`
        : `${path} is not a zip file, or was cut short or damaged in transfer (${reason}). Copy it again and compare its checksum with SHA256SUMS.`,
    );
  }
}
