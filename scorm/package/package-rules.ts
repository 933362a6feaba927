import { problemLine, type PackageProblem } from './package-problem.ts';
import { isAllowedKind, kindOf } from './allowed.ts';
import { possibleProblems, type PossibleProblem } from './file-rules.ts';
import type { Files } from './zip-package.ts';

/** Thrown if a package has problems and is not written; the message lists all of them. */
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
 * Lists all problems that would prevent a package from working in some LMS.
 * @param files the finished package
 * @param published names of schema files, which keep the names their publishers gave them (P31)
 * @param known problems of files of this package that were found before
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

/** @param twin another file of the package whose name differs only in upper and lower case */
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
            'Some systems cannot unpack a file with this name.',
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
            `Some servers refuse files with the extension "${kindOf(path)}".`,
            'Use another file format (P35).',
          ),
        ]),
    ...(twin === undefined
      ? []
      : [
          problem(
            `It differs from ${twin} only in upper and lower case.`,
            'Rename one of them (P31).',
          ),
        ]),
  ];
}
