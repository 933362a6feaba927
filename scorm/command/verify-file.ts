import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { unzipSync } from 'fflate';
import { problemLine } from '../package/package-problem.ts';
import { verifyPackage } from '../package/verify.ts';
import { UsageError } from './usage-error.ts';

/** What a package of ours was built with, as its name says it. */
export function argumentsOf(path: string): string[] | undefined {
  const [, scope, language, standard] =
    /^ati-([a-z][\w-]*)-([a-z]{2,3}(?:-[A-Z]{2})?)-(scorm12|scorm2004-3rd|scorm2004|cmi5)\.zip$/.exec(
      basename(path),
    ) ?? [];
  if (scope === undefined || language === undefined || standard === undefined) return undefined;
  const [, track] = /^course-(.+)$/.exec(scope) ?? [];
  return [
    ...['--standard', standard, '--language', language],
    ...(track === undefined ? ['--scope', scope] : ['--track', track]),
  ];
}

/** A package that was read. */
export interface VerifiedFile {
  readonly bytes: Uint8Array;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** A line for each rule, and one for each problem. */
  readonly lines: readonly string[];
  readonly isFaultless: boolean;
}

/** Reads a package and checks every rule. @throws UsageError where it cannot be read */
export function verifyFile(path: string): VerifiedFile {
  const bytes = readBytes(path);
  const files = unzipped(path, bytes);
  const results = verifyPackage(new Map(Object.entries(files)));
  return {
    bytes,
    files,
    lines: results.flatMap(({ rule, says, problems }) => [
      `${rule} ${problems.length === 0 ? 'in order' : `${problems.length} problems`}: ${says}`,
      ...problems.map((each) => `    ${problemLine(each)}`),
    ]),
    isFaultless: results.every(({ problems }) => problems.length === 0),
  };
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

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError(`There is no file ${path}. Write: npm run verify -- FILE.zip`);
  }
}

function unzipped(path: string, bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `${path} is no zip file, or was cut short or damaged on the way (${reason}). Copy it again and compare its sum with SHA256SUMS.`,
    );
  }
}
