import { posix } from 'node:path';
import { composeHandbook, type Material } from '../../handbook/compose.ts';
import { choicePage } from '../../handbook/editions.ts';
import { handbooksOf } from '../../handbook/handbook.ts';
import { printedLevels } from '../../handbook/levels.ts';
import { printedPage } from '../../handbook/printed-page.ts';

/** Stylesheets of a handbook, in cascade order. */
const styles = ['assets/site.css', 'assets/lesson.css', 'assets/handbook.css'];

/**
 * Generates the printable pages of all handbooks of a course, with URLs relative to each page.
 * @param names maps the path by which pages know a file to its name after the build
 */
export function* printedPages(
  material: Material,
  names: Pick<ReadonlyMap<string, string>, 'get'>,
): Generator<readonly [path: string, html: string]> {
  const { course } = material;
  for (const handbook of handbooksOf(course)) {
    const path = `${handbook.path}.html`;
    const to = (file: string) => {
      const target = names.get(file) ?? file;
      return posix.relative(posix.dirname(path), target);
    };
    const sections = composeHandbook(handbook, material, printedLevels(handbook));
    const addresses = {
      ...{ styles: styles.map(to), script: to('assets/handbook.js'), icon: to('assets/icon.svg') },
      choice: to(choicePage(course.language)),
    };
    yield [path, printedPage(handbook, sections, course, addresses)];
  }
}
