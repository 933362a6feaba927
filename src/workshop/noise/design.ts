/**
 * Eight versions in which up to seven factors with two levels are balanced: the fractional factorial plan 2^(7-4) of
 * resolution III (G. E. P. Box and J. S. Hunter, The 2^(k-p) fractional factorial designs, Technometrics 3 (1961),
 * 311-351). Each level of a factor occurs in four versions, twice with each level of every other factor.
 * @returns one row for each version, with 0 or 1 for each factor
 */
export const design = (factors: number): number[][] =>
  Array.from({ length: 8 }, (_, version) => {
    const [a, b, c] = [version & 1, (version >> 1) & 1, (version >> 2) & 1] as [
      number,
      number,
      number,
    ];
    return [a, b, c, a ^ b, a ^ c, b ^ c, a ^ b ^ c].slice(0, factors);
  });
