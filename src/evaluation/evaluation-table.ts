import { type Cell, csvFile } from '../course/csv.ts';

/** Columns of the exported table that are not answers. */
export const givenColumns = [
  'course',
  'version',
  'language',
  'track',
  'date',
  'pre-test',
  'final',
  'gain',
  'final-tries',
  'follow-up-date',
] as const;

/** Results of a learner's assessments, from their record: Kirkpatrick's level 2. */
export interface Learned {
  /** Scaled score, 0 to 1, of the first pre-test. */
  readonly before?: number | undefined;
  /** Scaled score, 0 to 1, of the best try at the final. */
  readonly after?: number | undefined;
  /** Number of tries at the final. */
  readonly tries: number;
}

/** Percentage points between pre-test and final; undefined until both were taken. */
export const gainOf = ({ before, after }: Learned): number | undefined =>
  before === undefined || after === undefined ? undefined : inPercent(after) - inPercent(before);

const inPercent = (share: number) => Math.round(share * 100);

/** A learner's evaluation, limited to the columns of the table; it contains no name. */
export interface Evaluated {
  readonly course: string;
  readonly version: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Id of the track; empty if there is none. */
  readonly track: string;
  /** Day of the first answer, YYYY-MM-DD. */
  readonly date?: string | undefined;
  readonly learned: Learned;
  /** Day of the first answer on the follow-up sheet. */
  readonly followUpDate?: string | undefined;
  /** Answers by name: a digit, the id of an option, or the learner's own words. */
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * The evaluation of one learner as a table with a header and one row. The header is the same for every learner of a
 * course, so that rows of many learners can be combined. Scores are whole percentages.
 * @param names names of all answers of both sheets, in order
 */
export function evaluationTable(names: readonly string[], evaluated: Evaluated): string {
  const { learned, answers, followUpDate, ...facts } = evaluated;
  const percent = (share: number | undefined) =>
    share === undefined ? undefined : inPercent(share);
  const cells: Readonly<Record<(typeof givenColumns)[number], Cell>> = {
    ...facts,
    date: facts.date,
    'pre-test': percent(learned.before),
    final: percent(learned.after),
    gain: gainOf(learned),
    'final-tries': learned.tries,
    'follow-up-date': followUpDate,
  };
  const row = [
    ...givenColumns.map((column) => cells[column]),
    ...names.map((name) => answers[name]),
  ];
  return csvFile([...givenColumns, ...names], [row]);
}
