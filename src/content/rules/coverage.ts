import { cover, placesIn } from '../../course/place.ts';
import type { Citation } from '../../course/source.ts';
import { nearestOr } from '../diagnostics/nearest-name.ts';
import type { ParsedContent } from '../parsed-content.ts';
import type { Rule } from './rule.ts';

/** The parts of a lesson that coverage depends on. */
export interface TaughtLesson {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/**
 * Rows that no lesson covers, lessons that do not exist, and articles or rules that the lesson named for them does not
 * cite. Only the original is checked, because a translation follows it lesson by lesson.
 */
export const coverage: Rule = {
  id: 'coverage',
  check(content, report) {
    if (content.language !== content.course.languages[0]) return;
    const lessons = taughtLessons(content);
    const seen = new Set<string>();
    const rows = content.coverage.flatMap((group, g) =>
      group.rows.map((row, r) => ({ row, field: `${g}.rows.${r}` })),
    );
    for (const { row, field } of rows) {
      const tell = (message: string, suggestion: string) =>
        report({ file: 'coverage.yaml', field, message, suggestion });
      if (seen.has(row.id)) tell(`The id "${row.id}" appears twice.`, 'Choose another id.');
      seen.add(row.id);
      if (row.lessons.length + row.pages.length === 0)
        tell(`Nothing covers "${row.row}".`, 'Name a lesson that teaches it.');
      for (const page of row.pages)
        if (!content.paths.has(`${content.language}/${page}`))
          tell(`There is no page "${page}".`, 'Write it, or correct the path.');
      for (const name of row.lessons) {
        const lesson = lessons.get(name);
        const { cites } = row;
        if (lesson === undefined)
          tell(
            `There is no lesson "${name}".`,
            nearestOr(name, [...lessons.keys()], 'Correct the name.'),
          );
        else if (cites !== undefined && !teaches(lesson, cites))
          tell(
            `The lesson "${name}" does not cite ${cites.source}${cites.at === undefined ? '' : `, ${cites.at}`}.`,
            'Cite it there, or name another lesson.',
          );
      }
    }
  },
};

const taughtLessons = ({ files, bodies }: ParsedContent): Map<string, TaughtLesson> =>
  new Map(
    files.flatMap(({ path, text = '' }) => {
      const [, id] = /\/modules\/[^/]+\/lessons\/([^/]+)\.mdx$/.exec(path) ?? [];
      if (id === undefined) return [];
      const citations = (bodies.get(path)?.uses ?? []).flatMap(({ attributes: { source, at } }) =>
        source === undefined ? [] : [{ source, ...(at !== undefined && { at }) }],
      );
      return [[id, { text, citations }] as const];
    }),
  );

/**
 * Whether a lesson cites a place, a part of it or a range around it; or the whole article or chapter,
 * when the lesson's words name the place.
 */
const teaches = ({ text, citations }: TaughtLesson, { source, at }: Citation): boolean =>
  citations.some((citation) => {
    if (citation.source !== source) return false;
    if (at === undefined) return true;
    const cited = citation.at ?? '';
    return (
      placesIn(at).some((place) => {
        const covered = cover(cited, place);
        return covered === 'exact' || (covered === 'wider' && text.includes(place));
      }) ||
      placesIn(cited).some(
        (place) =>
          cover(at, place) === 'exact' &&
          placesIn(at).every((cited) => cover(place, cited) !== 'wider'),
      )
    );
  });
