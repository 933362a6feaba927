import { isLater } from '../../course/version.ts';
import { nearestOr } from '../diagnostics/nearest-name.ts';
import type { Rule } from './rule.ts';

/**
 * Faults of `changes.yaml`: the newest version is not that of the course, versions are out of order, a version has no
 * changes, or a page that it names does not exist.
 */
export const releaseNotes: Rule = {
  id: 'release-notes',
  check({ course, changes, language }, report) {
    if (changes === undefined) return;
    const tell = (field: string | undefined, message: string, suggestion: string) =>
      report({ file: `${language}/changes.yaml`, field, message, suggestion });

    const [newest] = changes;
    if (newest === undefined || isLater(course.version, newest.version))
      tell(
        newest === undefined ? undefined : '0.version',
        newest === undefined
          ? 'No version is named.'
          : `The newest entry is for version ${newest.version}.`,
        `Write one for ${course.version} of ${course.date} above it, as course.yaml has it.`,
      );
    else if (newest.version !== course.version)
      tell(
        '0.version',
        `Version ${newest.version} is later than ${course.version} in course.yaml.`,
        'Raise version and date there, or correct them here.',
      );
    else if (newest.date !== course.date)
      tell(
        '0.date',
        `The date is ${newest.date}.`,
        `Write ${course.date}, the date of ${course.version} in course.yaml, or correct it there.`,
      );

    const pages = new Set(
      course.modules.flatMap(({ lessons, cases }) => [...lessons.map(({ id }) => id), ...cases]),
    );
    const names = [...pages, ...course.modules.map(({ id }) => id)];
    const pageNames = new Set(names);
    changes.forEach(({ version, date, entries }, index) => {
      const before = changes[index + 1];
      if (before && !isLater(version, before.version))
        tell(
          `${index + 1}.version`,
          `${before.version} is not earlier than ${version}.`,
          'Write the newest version first, each version once.',
        );
      if (before && before.date > date)
        tell(
          `${index + 1}.date`,
          `The date is ${before.date}, which is after that of version ${version}.`,
          'Write the date on which that version was published.',
        );
      if (before && entries.length === 0)
        tell(
          `${index}.entries`,
          `Version ${version} names no change.`,
          'Write what is different for a learner; only the first version has nothing to report.',
        );
      entries.forEach(({ page, reread }, entry) => {
        const field = `${index}.entries.${entry}`;
        if (!pageNames.has(page))
          tell(
            `${field}.page`,
            `There is no lesson, case or module "${page}".`,
            nearestOr(
              page,
              names,
              'Correct the name; for a page that is gone, write the module it belonged to.',
            ),
          );
        else if (reread && !pages.has(page))
          tell(
            `${field}.reread`,
            `"${page}" is a module.`,
            'Write false, and an entry for each lesson or case to read again.',
          );
      });
    });
  },
};
