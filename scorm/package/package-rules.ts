import { problemLine, type PackageProblem } from './package-problem.ts';
import { isAllowedKind, kindOf } from './allowed.ts';
import { possibleProblems, type PossibleProblem } from './file-rules.ts';
import type { Files } from './zip-package.ts';

/** A package would have problems and was not written; the message lists all of them. */
export class PackageError extends Error {
  override name = 'PackageError';
  readonly problems: readonly PackageProblem[];

  constructor(problems: readonly PackageProblem[]) {
    super(problems.map(problemLine).join('\n'));
    this.problems = problems;
  }
}

/** Longest entry path that Windows can unpack in a usual folder (P32). */
const longestPath = 80;

/**
 * All problems that would stop a package from working in some LMS.
 * @param files the finished package
 * @param published names of schema files, which keep the names their publishers gave them (P31)
 * @param known problems found before in files of this package
 */
export function packageProblems(
  files: Files,
  published: readonly string[] = [],
  known: ReadonlyMap<string, readonly PossibleProblem[]> = new Map(),
): PackageProblem[] {
  const alike = Map.groupBy(files.keys(), (path) => path.toLowerCase());
  return [
    ...[...alike.values()].flatMap((paths) =>
      paths
        .filter((path) => !published.includes(path))
        .flatMap((path) =>
          nameProblems(
            path,
            paths.find((other) => other !== path),
          ),
        ),
    ),
    ...[...files].flatMap(([path, bytes]) =>
      published.includes(path)
        ? []
        : (known.get(path) ?? possibleProblems(path, bytes))
            .filter(({ without }) => without === undefined || !files.has(without))
            .map(({ problem }) => problem),
    ),
  ];
}

/** @param twin another file of the package whose name differs in capitals only */
function nameProblems(path: string, twin: string | undefined): PackageProblem[] {
  const problem = (message: string, suggestion: string) => ({
    file: path,
    field: 'name',
    message,
    suggestion,
  });
  return [
    ...(path.split('/').every((segment) => /^[a-z0-9][a-z0-9_.-]*$/.test(segment))
      ? []
      : [
          problem(
            'The name may not unpack everywhere.',
            'Use only a-z, 0-9, dot, hyphen and underscore, and start each part with a letter or digit (P31).',
          ),
        ]),
    ...(path.length > longestPath
      ? [problem(`The path has ${path.length} characters.`, `Shorten it to ${longestPath} (P32).`)]
      : []),
    ...(isAllowedKind(path)
      ? []
      : [
          problem(
            `Files of the kind "${kindOf(path)}" are refused by some servers.`,
            'Use another kind of file (P35).',
          ),
        ]),
    ...(twin === undefined
      ? []
      : [problem(`It differs from ${twin} in capitals only.`, 'Rename one of them (P31).')]),
  ];
}
