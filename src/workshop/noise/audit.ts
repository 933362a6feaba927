import { checksum } from '../../codec/checksum.ts';

/** Minimum number of decisions for effects of factors, so that no single decision can be inferred from the picture. */
export const fewestJudges = 8;

/** A decision on one version of the file. */
export interface Decided {
  /** Index of the version, 0 to 7. */
  readonly version: number;
  /** Index of the decision, from the most lenient. */
  readonly decision: number;
}

const mark = (version: number, decision: number) =>
  checksum([version + 1, decision + 1], 12)
    .toString(36)
    .toUpperCase()
    .padStart(3, '0');

/** The code of a decision, such as `3-5-0KT`: version and decision counted from 1, and a check. */
export const decisionCode = ({ version, decision }: Decided): string =>
  `${version + 1}-${decision + 1}-${mark(version, decision)}`;

/**
 * Parses codes or pairs of figures, one per line; discards a name before them.
 * @param decisions number of possible decisions
 * @returns the decisions, and the invalid lines
 */
export function readDecisions(text: string, versions: number, decisions: number) {
  const decided: Decided[] = [];
  const refused: { readonly line: number; readonly text: string }[] = [];
  text.split(/\r?\n/).forEach((line, place) => {
    if (line.trim() === '') return;
    const [, first, second, sign] = /(\d+)[-\s.,;]+(\d+)(?:-([0-9A-Z]{3}))?\s*$/i.exec(line) ?? [];
    const one = { version: Number(first) - 1, decision: Number(second) - 1 };
    const isKnown =
      one.version >= 0 && one.version < versions && one.decision >= 0 && one.decision < decisions;
    const isWhole = sign === undefined || sign.toUpperCase() === mark(one.version, one.decision);
    if (isKnown && isWhole) decided.push(one);
    else refused.push({ line: place + 1, text: line.trim() });
  });
  return { decided, refused };
}

/** Effect of one factor on decisions. */
export interface Effect {
  /** Difference between its two levels, in steps on the scale of decisions, with the other factors constant. */
  readonly steps: number;
  /** Half of the 95 % interval; undefined if no degrees of freedom are left to estimate it. */
  readonly half?: number;
}

/** Statistics of a group's decisions. */
export interface Audit {
  readonly count: number;
  /** Number of times that each decision was taken. */
  readonly decisions: readonly number[];
  readonly mean: number;
  /** Standard deviation of all decisions, which is the variation that a person before the court would face. */
  readonly spread: number;
  /**
   * Standard deviation of decisions on the same version: noise in the sense of D. Kahneman, O. Sibony and
   * C. R. Sunstein, Noise (2021). Undefined if no version was decided twice.
   */
  readonly noise?: number;
  /** Effects by index of the factor; empty if the group is too small or the design is incomplete. */
  readonly effects: readonly Effect[];
}

/**
 * Computes the statistics of a group's decisions. Effects are least squares estimates of main effects; in a balanced
 * group they are the differences between the means of the two levels. They are confounded with interactions (resolution
 * III).
 * @param rows the design, with one row of 0 and 1 for each version
 * @param scale number of possible decisions
 */
export function audit(
  decided: readonly Decided[],
  rows: readonly (readonly number[])[],
  scale: number,
): Audit {
  const values = decided.map(({ decision }) => decision);
  const count = values.length;
  const mean = count === 0 ? 0 : sum(values) / count;
  const square = sum(values.map((value) => (value - mean) ** 2));
  const byVersion = rows.map((_, version) =>
    decided.filter((one) => one.version === version).map(({ decision }) => decision),
  );
  const twice = byVersion.filter(({ length }) => length > 1);
  const within = sum(
    twice.map((each) => {
      const mean = sum(each) / each.length;
      return sum(each.map((value) => (value - mean) ** 2));
    }),
  );
  const freedom = sum(twice.map(({ length }) => length - 1));
  return {
    count,
    decisions: Array.from(
      { length: scale },
      (_, place) => values.filter((value) => value === place).length,
    ),
    mean,
    spread: count < 2 ? 0 : Math.sqrt(square / (count - 1)),
    ...(freedom > 0 && count >= fewestJudges && { noise: Math.sqrt(within / freedom) }),
    effects: count < fewestJudges ? [] : effectsOf(decided, rows),
  };
}

/** Main effects by the normal equations; empty if the decided versions are not sufficient to separate them. */
function effectsOf(decided: readonly Decided[], rows: readonly (readonly number[])[]): Effect[] {
  const factors = rows[0]?.length ?? 0;
  const matrix = decided.map(({ version }) => [
    1,
    ...(rows[version] ?? []).map((level) => level - 0.5),
  ]);
  const cells = factors + 1;
  const normal = Array.from({ length: cells }, (_, i) =>
    Array.from({ length: cells }, (__, j) =>
      sum(matrix.map((row) => (row[i] ?? 0) * (row[j] ?? 0))),
    ),
  );
  const inverse = inverted(normal);
  if (inverse === undefined) return [];
  const moments = Array.from({ length: cells }, (_, i) =>
    sum(matrix.map((row, place) => (row[i] ?? 0) * (decided[place]?.decision ?? 0))),
  );
  const estimates = inverse.map((row) => sum(row.map((value, j) => value * (moments[j] ?? 0))));
  const rest = sum(
    matrix.map((row, place) => {
      const expected = sum(row.map((value, j) => value * (estimates[j] ?? 0)));
      return ((decided[place]?.decision ?? 0) - expected) ** 2;
    }),
  );
  const freedom = decided.length - cells;
  return estimates.slice(1).map((steps, place) => ({
    steps,
    ...(freedom > 0 && {
      half: 2 * Math.sqrt((rest / freedom) * (inverse[place + 1]?.[place + 1] ?? 0)),
    }),
  }));
}

/** The inverse of a symmetric matrix by Gauss-Jordan elimination; undefined if it is singular. */
function inverted(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const work = matrix.map((row, i) => [
    ...row,
    ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  ]);
  for (let column = 0; column < size; column++) {
    const places = work.map((row, place) => ({ place, value: Math.abs(row[column] ?? 0) }));
    const [best] = places.slice(column).sort((one, other) => other.value - one.value);
    if (best === undefined || best.value < 1e-9) return undefined;
    const pivot = work[best.place] ?? [];
    work[best.place] = work[column] ?? [];
    const lead = pivot[column] ?? 1;
    const scaled = pivot.map((value) => value / lead);
    work[column] = scaled;
    work.forEach((row, place) => {
      const times = row[column] ?? 0;
      if (place !== column && times !== 0)
        work[place] = row.map((value, j) => value - times * (scaled[j] ?? 0));
    });
  }
  return work.map((row) => row.slice(size));
}

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
