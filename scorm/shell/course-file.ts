import { type CompactStructure, compacted, expanded } from './compact-structure.ts';
import type { CourseData, PageEntry } from './course-data.ts';
import type { Structure } from '../../src/course/structure.ts';

/** Pages of one folder: each a file name, or a tuple of file name, id if different, and title. */
type CompactPage = string | readonly [file: string, id: string, title?: string];
type CompactPages = readonly (readonly [folder: string, pages: readonly CompactPage[]])[];

/** The course data as stored in the file of the package, without derivable values. */
export interface CourseFileData extends Omit<CourseData, 'structure' | 'pages'> {
  readonly structure: CompactStructure | Structure;
  readonly pages: CompactPages;
}

/** The text of the classic script that loads the course data into the shell. */
export function courseFile(data: CourseData): string {
  const file: CourseFileData = {
    ...data,
    structure: compacted(data.structure),
    pages: compactedPages(data.pages),
  };
  return `window.atiCourse=${JSON.stringify(file)};\n`;
}

/** Restores the course data from what the script has put on `window`. */
export const readCourseFile = (file: CourseFileData): CourseData => ({
  ...file,
  structure: expanded(file.structure),
  pages: file.pages.flatMap(([folder, pages]) => pages.map((page) => pageIn(folder, page))),
});

function pageIn(folder: string, page: CompactPage): PageEntry {
  const [file, id, title] = typeof page === 'string' ? [page, page] : page;
  return { id, href: `${folder}/${file}.html`, ...(title !== undefined && { title }) };
}

function compactedPages(pages: readonly PageEntry[]): CompactPages {
  const folders: [folder: string, pages: CompactPage[]][] = [];
  for (const { id, href, title } of pages) {
    const [, folder = '', file = ''] = /^(.*)\/(.*)\.html$/.exec(href) ?? [];
    const page: CompactPage =
      title === undefined ? (file === id ? file : [file, id]) : [file, id, title];
    const last = folders.at(-1);
    if (last?.[0] === folder) last[1].push(page);
    else folders.push([folder, [page]]);
  }
  return folders;
}
