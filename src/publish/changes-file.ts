import type { ChangesFile } from '../progress/update/changes-file.ts';
import { checkIds } from '../course/assessment.ts';
import { isAssessment } from '../course/halves.ts';
import { messageKey, translator } from '../course/interface.ts';
import type { Course } from '../course/course.ts';

const names = [
  'title',
  'kept',
  'again',
  'againText',
  'others',
  'lost',
  'lesson-removed',
  'case-removed',
  'case-changed',
  'check-removed',
  'check-changed',
  'track-removed',
  'all',
  'away',
  'readAgain',
  'playAgain',
  'here',
];
// Placeholders stay in the text; the script fills them in.
const places = { title: '{title}', kind: '{kind}', what: '{what}' };

/**
 * The first line of `assets/update-<language>.js`, which a page loads for a record made under an older version: what
 * changed, and the messages to announce it.
 */
export function changesFile(course: Course): string {
  const { structure, modules } = course;
  const t = translator(course.language, course.interface);
  const checks = checkIds(structure);
  const titles = [
    ...modules.flatMap(({ id, title, cases }) => [{ id, title }, ...cases]),
    ...checks
      .filter(isAssessment)
      .map((id) => ({ id, title: t(`assessment.${id === 'final' ? 'final' : 'preTest'}`) })),
  ];
  const file: ChangesFile = {
    releases: course.releases.map(({ version, date, entries, sameChecks }) => ({
      version,
      date,
      sameChecks,
      entries: entries.map(({ page, reread, title, kind, what }) => ({
        page,
        reread,
        title,
        kind: t(`changes.${kind}`),
        what,
      })),
    })),
    lessons: structure.lessons,
    cases: Object.fromEntries(structure.cases.map(({ id, steps }) => [id, steps])),
    checks,
    tracks: course.tracks.map(({ id }) => id),
    words: Object.fromEntries(
      names.map((name) => [name, t(messageKey(`changes.${name}`), places)]),
    ),
    titles: Object.fromEntries(titles.map(({ id, title }) => [id, title])),
  };
  return `window.atiChanges=${JSON.stringify(file)};\n`;
}
