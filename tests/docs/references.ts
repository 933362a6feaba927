import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';

/** A requirement as docs/requirements.md states it. */
export interface Requirement {
  readonly id: string;
  /** The text after each of "Requirement.", "Reason.", "Source." and "Tests.". */
  readonly parts: ReadonlyMap<string, string>;
  /** Names of the test files that hold it, without a folder. */
  readonly testFiles: readonly string[];
}

/** The requirements in the text of docs/requirements.md, in its order. */
export const requirementsIn = (markdown: string): Requirement[] =>
  markdown
    .split(/^(?=##+ )/m)
    .filter((section) => section.startsWith('### '))
    .map((section) => {
      const parts = new Map(
        [...section.matchAll(/^- \*\*(\w+)\.\*\* (.+)$/gm)].map(
          ([, name = '', text = '']) => [name, text] as const,
        ),
      );
      const testFiles = [...(parts.get('Tests') ?? '').matchAll(/`([\w.-]+\.ts)`/g)];
      return {
        id: /^### (.+)$/m.exec(section)?.[1] ?? '',
        parts,
        testFiles: testFiles.map(([, name = '']) => name),
      };
    });

/** Documents that a command writes outside the repository's own files. */
const generated: ReadonlySet<string> = new Set(['report.md']);

/** Every text file of the repository that may refer to documentation, by its path. */
export const repositoryTexts = (): Map<string, string> =>
  new Map(
    globSync(['{src,scorm,tests,docs,.github}/**/*.{ts,js,astro,css,md,yml,yaml}', '*.{md,ts,js}'])
      .filter((path) => !/^tests\/fixtures\/(courses|dist-tiny)\//.test(path))
      // It plants the faults that the others must not have.
      .filter((path) => path !== 'tests/docs/requirements.test.ts')
      .sort()
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );

const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length;

/** The matches of a pattern in a text for which `isFault` holds, each as "path:line: match". */
function matches(
  path: string,
  text: string,
  pattern: RegExp,
  isFault: (match: RegExpExecArray) => boolean = () => true,
): string[] {
  return [...text.matchAll(pattern)]
    .filter(isFault)
    .map((match) => `${path}:${lineOf(text, match.index)}: ${match[0]}`);
}

/** References to a requirement or an ADR that does not exist. */
export const unresolvedNumbers = (
  path: string,
  text: string,
  ids: ReadonlySet<string>,
  adrs: ReadonlySet<number>,
): string[] => [
  ...matches(path, text, /\b[PD]\d\d\b/g, ([id]) => !ids.has(id)),
  ...matches(path, text, /\bADR (\d+)/g, ([, number]) => !adrs.has(Number(number))),
];

/** Relative links of a Markdown file whose file or heading does not exist, or lies outside the repository. */
export const brokenLinks = (path: string, text: string): string[] =>
  matches(path, text, /\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g, ([, file, anchor]) => {
    const target = file ? normalize(join(dirname(path), file)) : path;
    if (target.startsWith('..') || !existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).has(anchor);
  });

/** The anchors that GitHub gives the headings of a Markdown text. */
const anchorsOf = (markdown: string): Set<string> =>
  new Set(
    [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

/** Paths of sources that documentation names and that do not exist; patterns and placeholders are passed over. */
export const missingPaths = (path: string, text: string): string[] =>
  matches(
    path,
    text,
    /(?<![\w./-])(?:src|scorm|tests|docs)\/(?:[\w.@/<>*{}-]|\[\w+\])*/g,
    ([name]) => !/[<>*{}]/.test(name) && !existsSync(name.replace(/[.-]+$/, '')),
  );

/** Names of Markdown files that no file of the repository has. */
export const unknownDocuments = (
  path: string,
  text: string,
  documents: ReadonlySet<string>,
): string[] =>
  matches(
    path,
    text,
    /(?<![\w.*{}/-])[\w./-]*\w\.md\b/g,
    ([name]) => !documents.has(basename(name)) && !generated.has(basename(name)),
  );

/** Notes and folders that only their writer had: paths of a machine, sections of a design that is not here. */
export const outsideReferences = (path: string, text: string): string[] =>
  matches(
    path,
    text,
    /\bfield[ -]notes?\b|\bdesign(?:\.md)?,? (?:section |§ ?)?\d|(?<![\w./:}-])\/(?:home|root|Users|work|mnt)\/\w+/gi,
  );
