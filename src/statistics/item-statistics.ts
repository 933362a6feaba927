import type { SheetAnswer } from './answer-sheet.ts';

/** The parts of a sheet that are counted. */
export interface CountedSheet {
  readonly answers: readonly Pick<SheetAnswer, 'question' | 'isRight' | 'confidence'>[];
}

/** Statistics of one question over all sheets. */
export interface ItemStatistics {
  readonly question: string;
  /** Number of sheets that contain it. */
  readonly answered: number;
  readonly right: number;
  /** Share of right answers, 0 (nobody) to 1 (everybody). */
  readonly difficulty: number;
  /**
   * -1 to 1; `few` if fewer than `fewestSheets` sheets contain the question; `alike` if all answers to it are right, or
   * all are wrong, or the sheets do not differ in the rest.
   */
  readonly discrimination: number | 'few' | 'alike';
  /** Number of these sheets that state how sure the learner was. */
  readonly rated: number;
  readonly sureAndWrong: number;
}

/**
 * Minimum number of sheets for a discrimination. Even with ten, one answer moves it by a tenth or more; with fewer,
 * readers would take the correlation for more than it is. The number is a decision of this course.
 */
export const fewestSheets = 10;

/**
 * Statistics of each question in the sheets. The order of the sheets does not matter.
 *
 * - *Difficulty* is the share of right answers, p = R / N, so that an easy question has a high one.   L. Crocker and J.
 * Algina, Introduction to Classical and Modern Test Theory (1986), chapter 14.
 * - *Discrimination* is the correlation of the question with the rest of the sheet: the   point-biserial correlation, r
 * = (M1 - M0) / s * sqrt(p (1 - p)), with M1 and M0 the mean rest of   those who had the question right and wrong, and
 * s the standard deviation of all rests (divided   by N). The question itself is left out of the rest, because it would
 * correlate with itself:   S. Henrysson, Correction of item-total correlations in item analysis, Psychometrika 28
 * (1963),   211-218. The rest is a share, since draws may differ in length.
 * - *Sure and wrong* is a count among those who said how sure they were. That a confident wrong   answer points to a
 * misconception rather than to a gap: S. Hasan, D. Bagayoko and E. L. Kelley,   Misconceptions and the Certainty of
 * Response Index, Physics Education 34 (1999), 294-299.
 *
 * Cronbach's alpha and its case for right and wrong, KR-20 (G. F. Kuder and M. W. Richardson, The theory of the
 * estimation of test reliability, Psychometrika 2 (1937), 151-160), are not computed: they rest on the variances of
 * questions that everybody answered, and here each try draws its own.
 *
 * @param questions ids in the order wanted; those that occur in no sheet are left out
 */
export function itemStatistics(
  sheets: readonly CountedSheet[],
  questions: readonly string[],
): ItemStatistics[] {
  const rows = new Map<string, Row[]>();
  for (const { answers } of sheets) {
    const rights = answers.filter(({ isRight }) => isRight).length;
    for (const { question, isRight, confidence } of answers) {
      const others = answers.length - 1;
      const rest = others === 0 ? 0 : (rights - (isRight ? 1 : 0)) / others;
      const row = { isRight, confidence, rest };
      rows.set(question, [...(rows.get(question) ?? []), row]);
    }
  }
  return questions.flatMap((question) => {
    const answerRows = rows.get(question);
    if (answerRows === undefined) return [];
    const right = answerRows.filter(({ isRight }) => isRight).length;
    return {
      question,
      answered: answerRows.length,
      right,
      difficulty: right / answerRows.length,
      discrimination: answerRows.length < fewestSheets ? 'few' : (itemRest(answerRows) ?? 'alike'),
      rated: answerRows.filter(({ confidence }) => confidence !== undefined).length,
      sureAndWrong: answerRows.filter(
        ({ isRight, confidence }) => !isRight && confidence === 'sure',
      ).length,
    };
  });
}

interface Row {
  readonly isRight: boolean;
  readonly confidence: SheetAnswer['confidence'] | undefined;
  /** Share of right answers among the other questions of the sheet. */
  readonly rest: number;
}

/** @returns undefined if one of the two does not vary */
function itemRest(rows: readonly Row[]): number | undefined {
  // Sorted first, because the last digit of a sum of fractions depends on the order.
  const rests = (group: readonly Row[]) => inOrder(group.map(({ rest }) => rest));
  const all = rests(rows);
  const right = rests(rows.filter(({ isRight }) => isRight));
  const wrong = rests(rows.filter(({ isRight }) => !isRight));
  const centre = mean(all);
  const deviation = Math.sqrt(mean(all.map((rest) => (rest - centre) ** 2)));
  // Smaller deviations are rounding errors.
  if (right.length === 0 || wrong.length === 0 || deviation < 1e-9) return undefined;
  const share = right.length / rows.length;
  const r = ((mean(right) - mean(wrong)) / deviation) * Math.sqrt(share * (1 - share));
  return Math.min(1, Math.max(-1, r));
}

/** Distribution of the results of whole sheets. */
export interface ScoreStatistics {
  readonly sheets: number;
  /** Mean share of right answers, 0 to 1. */
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** Standard deviation of the shares; absent with fewer than `fewestSheets` sheets. */
  readonly spread?: number;
}

/**
 * Mean, lowest, highest, and the sample standard deviation, s = sqrt(sum of (x - mean)^2 / (N - 1)):
 * NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.5.6.
 * @returns undefined without sheets
 */
export function scoreStatistics(sheets: readonly CountedSheet[]): ScoreStatistics | undefined {
  const shares = inOrder(
    sheets
      .filter(({ answers }) => answers.length > 0)
      .map(({ answers }) => mean(answers.map(({ isRight }) => (isRight ? 1 : 0)))),
  );
  const [lowest] = shares;
  const highest = shares.at(-1);
  if (lowest === undefined || highest === undefined) return undefined;
  const centre = mean(shares);
  const squares = shares.reduce((sum, share) => sum + (share - centre) ** 2, 0);
  return {
    sheets: shares.length,
    mean: Math.min(highest, Math.max(lowest, centre)),
    lowest,
    highest,
    ...(shares.length >= fewestSheets && { spread: Math.sqrt(squares / (shares.length - 1)) }),
  };
}

const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;

const inOrder = (numbers: readonly number[]) => [...numbers].sort((one, other) => one - other);
