/**
 * Versions in which up to seven factors of two levels vary in a balanced way: the fractional factorial plan 2^(7-4)
 * of resolution III (G. E. P. Box and J. S. Hunter, The 2^(k-p) fractional factorial designs, Technometrics 3 (1961),
 * 311-351). In its eight versions each level of a factor stands four times, and with each level of every other factor
 * twice.
 * @returns a row for each version: 0 or 1 for each factor
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
