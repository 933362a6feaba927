import { join } from 'node:path';
import { bundleScript, bundleStyles } from '../../../src/bundling/bundle.ts';
import { packageProblems, PackageError } from '../../package/package-rules.ts';
import { zipPackage, type Files } from '../../package/zip-package.ts';
import type { Copy, CopyParts } from '../copy.ts';
import type { PrintGroup } from '../workshop/prints.ts';
import { isBook, isReadFromDisk, websiteFiles } from '../website-files.ts';
import { startPage } from './start-page.ts';

/**
 * A folder for a USB stick or a disk. Its top level has one page and one folder, so that there is only one
 * thing to open, in any language.
 */
export const offline: Copy = {
  id: 'offline',
  ending: 'zip',
  purpose: 'a folder for a stick or a disk, read without a network',
  make: async (parts) => {
    const files = await folderFiles(parts, { name: `ati-${parts.scope.name}` });
    return { files, bytes: zipPackage(files) };
  },
};

/** Options of a folder: its name, and what it holds besides the course. */
export interface FolderOptions {
  /** Name of the folder. */
  readonly name: string;
  /** Printed files of the workshop, by language; absent unless the start page begins with the workshop. */
  readonly prints?: ReadonlyMap<string, readonly PrintGroup[]>;
  readonly more?: Files;
}

/** Makes the files of a folder, by path. @throws PackageError with all problems of the files */
export async function folderFiles(
  parts: CopyParts,
  { name, prints, more = new Map() }: FolderOptions,
): Promise<Files> {
  const { scope, courses } = parts;
  const course = websiteFiles(parts, isReadFromDisk);
  const languages = scope.isWhole ? courses : [scope.course];
  const copyPages = new Map([
    [
      'start.html',
      startPage(
        languages.map((each) => ({
          course: each,
          // A module has a title in its own language only; the course has one in each.
          start: `course/${scope.isWhole ? `${each.language}/index.html` : scope.startPage}`,
          ...(course.has(`${each.language}/move.html`) && {
            move: `course/${each.language}/move.html`,
          }),
          ...(prints &&
            course.has(`${each.language}/workshop/index.html`) && {
              workshop: `course/${each.language}/workshop/index.html`,
              prints: prints.get(each.language) ?? [],
            }),
        })),
      ),
    ],
    ['course/start/start.css', await bundleStyles(join(import.meta.dirname, 'start.css'))],
    ['course/start/start.js', await bundleScript(join(import.meta.dirname, 'start.entry.ts'))],
  ]);
  const files = new Map([
    ...[...copyPages].map(([path, text]) => [path, new TextEncoder().encode(text)] as const),
    ...[...course].map(([path, bytes]) => [`course/${path}`, bytes] as const),
    ...more,
  ]);
  const problems = packageProblems(files, [...files.keys()].filter(isBook));
  if (problems.length > 0) throw new PackageError(problems);
  return new Map([...files].map(([path, bytes]) => [`${name}/${path}`, bytes]));
}
