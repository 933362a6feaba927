/** The pre-test and the final, which is its post-test. Both have the same blueprint but different questions. */
export const assessments = ['pre-test', 'final'] as const;
export type Assessment = (typeof assessments)[number];

/** Whether the id of a check is that of the pre-test or the final. */
export const isAssessment = (check: string): check is Assessment =>
  (assessments as readonly string[]).includes(check);

/** The parts of a question that drawing depends on. */
export interface Drawable {
  readonly id: string;
  readonly objective: string;
  /** The assessment that may ask it; present once it was published, and permanent from then on. */
  readonly half?: Assessment | undefined;
}

/** The half of a bank that an assessment draws from. */
export function halfOf<T extends Drawable>(bank: readonly T[], assessment: Assessment): T[] {
  const halves = halvesOf(bank);
  return bank.filter((_, index) => halves[index] === assessment);
}

/**
 * The assessment that may ask each question of a bank: the one it was published with, or else the one with fewer
 * questions about its objective so far. The assessment to start with alternates between objectives.
 */
function halvesOf(bank: readonly Drawable[]): Assessment[] {
  const objectives = [...new Set(bank.map(({ objective }) => objective))];
  const balance = new Map<string, number>();
  return bank.map(({ objective, half }) => {
    const more = balance.get(objective) ?? 0;
    const first = assessments[objectives.indexOf(objective) % 2] ?? 'final';
    const assigned = half ?? (more === 0 ? first : more > 0 ? 'pre-test' : 'final');
    balance.set(objective, more + (assigned === 'final' ? 1 : -1));
    return assigned;
  });
}

/**
 * Assigns the questions of a bank to halves. Questions of a published version keep their half.
 * @param published banks of published versions, the newest first
 */
export function withHalves<T extends Drawable>(
  bank: readonly T[],
  published: readonly (readonly Drawable[])[],
): (T & { readonly half: Assessment })[] {
  const publishedHalves = new Map<string, Assessment>();
  for (const earlier of published.toReversed())
    for (const [index, half] of halvesOf(earlier).entries())
      publishedHalves.set(earlier[index]?.id ?? '', half);
  const withPublished = bank.map((question) => ({
    ...question,
    half: publishedHalves.get(question.id),
  }));
  const halves = halvesOf(withPublished);
  return bank.map((question, index) => ({ ...question, half: halves[index] ?? 'final' }));
}
