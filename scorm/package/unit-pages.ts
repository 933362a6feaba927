import type { Course } from '../../src/course/course.ts';
import { elements, readPage, setAttribute, writePage } from '../../src/html/html.ts';
import { modulePages, type Texts } from './module-pages.ts';
import { type Move, relocate } from './relocate.ts';
import type { Unit } from './scope.ts';
import { unitOf } from './units.ts';

/**
 * Makes the pages of a package of parts. A page of one part links to pages of this part and to shared pages; learners
 * reach another part through the list of the LMS. Each module has its own page with the learner's record.
 * @param pages HTML of every page of the package, unchanged from the website
 * @param move options that apply to every page
 */
export function unitPages(
  pages: Texts,
  course: Course,
  units: readonly Unit[],
  move: Omit<Move, 'path'> & Required<Pick<Move, 'package'>>,
): Texts {
  const record = `${course.language}/record.html`;
  const moveOf = (path: string): Move => {
    const unit = unitOf(units, path);
    const { launch, startPage, recordPage } = unit ?? { launch: units[0]?.launch };
    return {
      ...move,
      path,
      package: { ...move.package, shell: launch ?? move.package.shell },
      startPage,
      instead: (target) => (target === record ? recordPage : undefined),
      inPackage: (target) =>
        target !== record &&
        move.inPackage(target) &&
        (unit === undefined || [unit, undefined].includes(unitOf(units, target))),
    };
  };
  const moved = [...pages]
    .filter(([path]) => path !== record)
    .map(([path, html]) => [path, withoutDrawer(relocate(html, moveOf(path)))] as const);
  const records = units
    .filter(({ isFinal }) => !isFinal)
    .flatMap((unit) => {
      const path = unit.recordPage ?? record;
      return [
        ...modulePages(new Map([[path, relocate(pages.get(record) ?? '', moveOf(path))]]), unit),
      ];
    });
  return new Map([...moved, ...records]);
}

/** Removes the drawer of contents, which would show the rest of the course. */
function withoutDrawer(html: string): string {
  const page = readPage(html);
  for (const element of elements(page)) setAttribute(element, 'data-contents', undefined);
  return writePage(page);
}
