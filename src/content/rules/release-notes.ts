import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isLater } from '../../course/version.ts';
import type { ParsedContent } from '../parsed-content.ts';
import { nearestOr } from '../diagnostics/nearest-name.ts';

/**
 * What is wrong with `changes.yaml` beside the course: its newest version is the course's, versions
 * follow one another, each says what it changed, and every page it names exists.
 */
export function changeFaults({ course, changes, language }: ParsedContent): Diagnostic[] {
  if (changes === undefined) return [];
  const faults: Diagnostic[] = [];
  const fault = (field: string, message: string, suggestion: string) =>
    faults.push({ file: `${language}/changes.yaml`, field, message, suggestion });

  const [newest] = changes;
  if (newest === undefined || isLater(course.version, newest.version))
    fault(
      newest === undefined ? '(the whole file)' : '0.version',
      newest === undefined ? 'No version is named.' : `The newest entry is for ${newest.version}.`,
      `Write one for ${course.version} of ${course.date} above it, as course.yaml has it.`,
    );
  else if (newest.version !== course.version)
    fault(
      '0.version',
      `Found ${newest.version}, which is later than ${course.version} in course.yaml.`,
      'Raise version and date there, or mend them here.',
    );
  else if (newest.date !== course.date)
    fault(
      '0.date',
      `Found ${newest.date}.`,
      `Write ${course.date}, the date of ${course.version} in course.yaml, or mend it there.`,
    );

  const pages = course.modules.flatMap(({ lessons, cases }) => [
    ...lessons.map(({ id }) => id),
    ...cases,
  ]);
  const modules = course.modules.map(({ id }) => id);
  changes.forEach(({ version, date, entries }, index) => {
    const before = changes[index + 1];
    if (before && !isLater(version, before.version))
      fault(
        `${index + 1}.version`,
        `${before.version} is not earlier than ${version}.`,
        'Write the newest version first, each version once.',
      );
    if (before && before.date > date)
      fault(
        `${index + 1}.date`,
        `Found ${before.date}, which is after ${version}.`,
        'Write the date on which that version was published.',
      );
    if (before && entries.length === 0)
      fault(
        `${index}.entries`,
        'No change is named.',
        'Write what a learner finds changed; only the first version has nothing to tell.',
      );
    entries.forEach(({ page, reread }, entry) => {
      const field = `${index}.entries.${entry}`;
      if (![...pages, ...modules].includes(page))
        fault(
          `${field}.page`,
          `No lesson, case or module is called "${page}".`,
          nearestOr(
            page,
            [...pages, ...modules],
            'Mend the spelling; of a page that is gone, write the module it belonged to.',
          ),
        );
      else if (reread && !pages.includes(page))
        fault(
          `${field}.reread`,
          `"${page}" is a module.`,
          'Write false, and an entry for each lesson or case to read again.',
        );
    });
  });
  return faults;
}
