import { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { id, words } from '../../course/id.ts';
import { citationSchema, type Citation } from '../../course/source.ts';
import { readMdx } from '../mdx/mdx-file.ts';
import { cover, placesIn } from '../../course/place.ts';

const rowSchema = z.strictObject({
  id,
  /** What is to be taught: a heading, an article or rule, or a line of the initiative's text. */
  row: words.max(400),
  /** How the row is known, where its own text was not read. */
  known: words.max(200).optional(),
  /** The article or rule, or several: each lesson named must cite one of them. */
  cites: citationSchema.optional(),
  /** Lessons that teach it. */
  lessons: z.array(id).default([]),
  /** Pages outside the lessons that hold it, as paths below `content/<language>/`. */
  pages: z.array(words).default([]),
});

/** `content/coverage.yaml`: what the course promised to teach, and which lesson does. */
export const coverageSchema = z.array(
  z.strictObject({
    id,
    title: words.max(120),
    rows: z.array(rowSchema).min(1),
  }),
);

export type Coverage = z.output<typeof coverageSchema>;
export type CoverageRow = z.output<typeof rowSchema>;

/** A lesson as far as coverage asks: its words, and what they rest on. */
export interface TaughtLesson {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/**
 * Rows that no lesson covers, lessons that do not exist, and articles or rules that the lesson
 * named for them does not cite.
 * @param lessons by id
 * @param pages paths of existing pages below `content/<language>/`
 */
export function coverageFaults(
  coverage: Coverage,
  lessons: ReadonlyMap<string, TaughtLesson>,
  pages: ReadonlySet<string>,
): Diagnostic[] {
  const fault = (row: CoverageRow, message: string, suggestion: string): Diagnostic => ({
    file: 'coverage.yaml',
    field: row.id,
    message,
    suggestion,
  });
  const seen = new Set<string>();
  return coverage
    .flatMap(({ rows }) => rows)
    .flatMap((row) => {
      const twice = seen.has(row.id);
      seen.add(row.id);
      const { cites } = row;
      return [
        ...(twice ? [fault(row, 'The id stands there twice.', 'Choose another id.')] : []),
        ...(row.lessons.length + row.pages.length > 0
          ? []
          : [fault(row, `Nothing covers "${row.row}".`, 'Name a lesson that teaches it.')]),
        ...row.pages
          .filter((page) => !pages.has(page))
          .map((page) => fault(row, `No page "${page}".`, 'Write it, or mend the path.')),
        ...row.lessons.flatMap((name) => {
          const lesson = lessons.get(name);
          if (lesson === undefined)
            return [fault(row, `No lesson is called "${name}".`, 'Mend the spelling.')];
          if (cites !== undefined && !teaches(lesson, cites))
            return [
              fault(
                row,
                `The lesson "${name}" does not cite ${cites.source}${cites.at === undefined ? '' : `, ${cites.at}`}.`,
                'Cite it there, or name another lesson.',
              ),
            ];
          return [];
        }),
      ];
    });
}

/**
 * Whether a lesson cites a place, a part of it or a range around it; or the whole article or
 * chapter, when the lesson's words name the place.
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
          placesIn(at).every((own) => cover(place, own) !== 'wider'),
      )
    );
  });

/** What a page cites, in its text and in its quotations of law. */
export const citationsIn = (text: string): Citation[] =>
  readMdx(text, '').mdx.uses.flatMap(({ attributes: { source, at } }) =>
    source === undefined ? [] : [{ source, ...(at !== undefined && { at }) }],
  );
