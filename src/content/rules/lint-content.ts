import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { claimFaults } from './claims.ts';
import { ContentReader } from '../content-reader.ts';
import { frontMatterOf } from '../mdx/front-matter.ts';
import type { ParsedContent } from '../parsed-content.ts';
import { lineOfMatch, passagesOf } from '../mdx/passage.ts';
import { claimedMinutes } from './reading-level.ts';
import { terminologyFaults, terminologySchema, type Terminology } from './terminology.ts';

/**
 * What a good editor would mark in the words of one language: claims without a source,
 * stigmatising or inexact words, and times that a page promises.
 * @param root folder of the content
 * @returns every fault, in the order of the files
 */
export function lintContent(
  content: Pick<ParsedContent, 'language' | 'course' | 'scenarios'>,
  root: string,
): Diagnostic[] {
  // What is wrong with the list itself is told where the content is read.
  const { terminology } = readTerminology(root);
  return [
    ...wordFiles(root, content).flatMap((file) =>
      lintFile(
        readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n'),
        file,
        terminology?.language === content.language ? terminology : undefined,
      ),
    ),
  ];
}

/** All that is checked in one file by itself; without a terminology its words are not judged. */
export const lintFile = (
  text: string,
  file: string,
  terminology: Terminology | undefined,
): Diagnostic[] => [
  // Front matter that is not closed is no text, and told where the file is read.
  ...(isClaiming(file) && !(text.startsWith('---') && 'message' in frontMatterOf(text, file))
    ? claimFaults(text, file)
    : []),
  ...(file.endsWith('.mdx') || file.endsWith('/course.yaml') ? claimedMinutes(text, file) : []),
  ...(file.endsWith('.yaml') ? shownTags(text, file) : []),
  ...(terminology === undefined ? [] : terminologyFaults(text, file, terminology)),
];

/** Tags in words that are shown as they stand: components and HTML work in MDX only. */
const shownTags = (text: string, file: string): Diagnostic[] =>
  passagesOf(text, file).flatMap((passage) =>
    [...passage.text.matchAll(/<\/?[a-zA-Z][^<>]*>/g)].map(({ 0: tag, index }) => ({
      file,
      field: `line ${lineOfMatch(passage, index)}`,
      message: `"${tag}" would be shown as it stands.`,
      suggestion: 'Leave it out: tags work in lessons and other pages only.',
    })),
  );

/** Pages that state facts. The page about the course speaks of itself. */
const isClaiming = (file: string) => file.endsWith('.mdx') && !/^[^/]+\/about\.mdx$/.test(file);

/** `content/terminology.yaml`; a course without that file judges no words. */
export function readTerminology(root: string): {
  terminology: Terminology | undefined;
  faults: Diagnostic[];
} {
  const reader = new ContentReader(root);
  const terminology = reader.optional('terminology.yaml', terminologySchema);
  return { terminology, faults: reader.faults.map((fault) => reader.located(fault)) };
}

/**
 * Files of words that belong to the course: of modules and cases those that `course.yaml` names.
 * Without a course, all of the language.
 */
export function wordFiles(
  root: string,
  of: Pick<ParsedContent, 'language'> & Partial<ParsedContent>,
): string[] {
  const { language, course, scenarios } = of;
  const modules = course?.modules.map(({ id }) => id);
  return ['sources.yaml', `${language}/**/*.{mdx,yaml,svg}`]
    .flatMap((pattern) => globSync(join(root, pattern)))
    .map((path) => relative(root, path).replaceAll('\\', '/'))
    .filter((file) => {
      const [, folder, name = ''] = file.split('/');
      if (folder === 'modules') return modules?.includes(name) ?? true;
      if (folder === 'scenarios') return scenarios?.has(name.replace('.yaml', '')) ?? true;
      return true;
    })
    .toSorted();
}
