/** A share or a difference with the bounds of its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Minimum number of people for results by question or objective. In a smaller group one person changes a share by more
 * than an eighth, and answers could be attributed to people. The number is a decision of this course.
 */
export const fewestPeople = 8;

/** 97.5 % point of the normal distribution. */
const z = 1.959964;

/**
 * The difference of two shares among the same people, with the interval of D. G. Bonett and R. M. Price, Adjusted Wald
 * confidence interval for a difference of binomial proportions based on paired data, Journal of Educational and
 * Behavioral Statistics 37 (2012), 479-488. It holds its level in small groups, where the plain interval is too narrow.
 * @param pairs whether each person was right before and after
 */
export function shareGain(
  pairs: readonly (readonly [before: boolean, after: boolean])[],
): Estimate {
  const count = pairs.length;
  const won = pairs.filter(([before, after]) => !before && after).length;
  const lost = pairs.filter(([before, after]) => before && !after).length;
  const [up, down] = [won, lost].map((each) => (each + 1) / (count + 2)) as [number, number];
  const middle = up - down;
  const half = z * Math.sqrt((up + down - middle ** 2) / (count + 2));
  return {
    value: count === 0 ? 0 : (won - lost) / count,
    low: Math.max(-1, middle - half),
    high: Math.min(1, middle + half),
  };
}

/** Numbers of people who answered a question, and of those who were right. */
export interface RightOf {
  readonly right: number;
  readonly all: number;
}

/**
 * The difference of two shares among different people, with the interval of A. Agresti and B. Caffo, Simple and
 * effective confidence intervals for proportions and differences of proportions result from adding two successes and
 * two failures, The American Statistician 54 (2000), 280-288: half of what is added goes to each group.
 */
export function shareDifference(before: RightOf, after: RightOf): Estimate {
  const [one, other] = [before, after].map(({ right, all }) => (right + 1) / (all + 2)) as [
    number,
    number,
  ];
  const spread = (one * (1 - one)) / (before.all + 2) + (other * (1 - other)) / (after.all + 2);
  const half = z * Math.sqrt(spread);
  const share = ({ right, all }: RightOf) => (all === 0 ? 0 : right / all);
  return {
    value: share(after) - share(before),
    low: Math.max(-1, other - one - half),
    high: Math.min(1, other - one + half),
  };
}

/**
 * The mean of differences within people, with Student's interval (W. S. Gosset, The probable error of a mean,
 * Biometrika 6 (1908), 1-25).
 * @returns undefined for fewer than two people, because the spread is unknown
 */
export function meanGain(differences: readonly number[]): Estimate | undefined {
  const count = differences.length;
  if (count < 2) return undefined;
  const value = differences.reduce((sum, each) => sum + each, 0) / count;
  const square = differences.reduce((sum, each) => sum + (each - value) ** 2, 0) / (count - 1);
  const half = student(count - 1) * Math.sqrt(square / count);
  return { value, low: value - half, high: value + half };
}

/** 97.5 % points of Student's distribution for 1 to 10 degrees of freedom, from the table of any textbook. */
const points = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

/** The same for any number: beyond the table by the expansion of R. A. Fisher and E. A. Cornish (1960). */
function student(freedom: number): number {
  const tabulated = points[freedom - 1];
  if (tabulated !== undefined) return tabulated;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  return z + first / freedom + second / freedom ** 2;
}
