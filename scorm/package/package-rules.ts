import { problemLine, type PackageProblem } from './package-problem.ts';
import { isAllowedKind, kindOf } from './allowed.ts';
import { possibleFaults, type PossibleFault } from './file-rules.ts';
import type { Files } from './zip-package.ts';

/** A package would have faults and was not written; the message lists all of them. */
export class PackageError extends Error {
  override name = 'PackageError';
  readonly faults: readonly PackageProblem[];

  constructor(faults: readonly PackageProblem[]) {
    super(faults.map(problemLine).join('\n'));
    this.faults = faults;
  }
}

/** Longest path of an entry that Windows can unpack where people unpack things (P32). */
const longestPath = 80;

/**
 * What would keep a package from working in some LMS, all of it.
 * @param files the finished package
 * @param published names of schema files, which keep the names their publishers gave them (P31)
 * @param known what was found before in files of this package
 */
export function packageFaults(
  files: Files,
  published: readonly string[] = [],
  known: ReadonlyMap<string, readonly PossibleFault[]> = new Map(),
): PackageProblem[] {
  const alike = Map.groupBy(files.keys(), (path) => path.toLowerCase());
  return [
    ...[...alike.values()].flatMap((paths) =>
      paths
        .filter((path) => !published.includes(path))
        .flatMap((path) =>
          nameFaults(
            path,
            paths.find((other) => other !== path),
          ),
        ),
    ),
    ...[...files].flatMap(([path, bytes]) =>
      published.includes(path)
        ? []
        : (known.get(path) ?? possibleFaults(path, bytes))
            .filter(({ without }) => without === undefined || !files.has(without))
            .map(({ problem }) => problem),
    ),
  ];
}

/** @param twin another file of the package whose name differs in capitals only */
function nameFaults(path: string, twin: string | undefined): PackageProblem[] {
  const fault = (message: string, suggestion: string) => ({
    file: path,
    field: 'name',
    message,
    suggestion,
  });
  return [
    ...(path.split('/').every((segment) => /^[a-z0-9][a-z0-9_.-]*$/.test(segment))
      ? []
      : [
          fault(
            'The name may not unpack everywhere.',
            'Use only a-z, 0-9, dot, hyphen and underscore, and start each part with a letter or digit (P31).',
          ),
        ]),
    ...(path.length > longestPath
      ? [fault(`The path has ${path.length} characters.`, `Shorten it to ${longestPath} (P32).`)]
      : []),
    ...(isAllowedKind(path)
      ? []
      : [
          fault(
            `Files of the kind "${kindOf(path)}" are refused by some servers.`,
            'Use another kind of file (P35).',
          ),
        ]),
    ...(twin === undefined
      ? []
      : [fault(`It differs from ${twin} in capitals only.`, 'Rename one of them (P31).')]),
  ];
}
