import { objectOf } from '../codec/json.ts';
import { unitedText } from '../notes/united-text.ts';

/** Findings on a question: how the law at home answers it. */
export const findings = ['law', 'practice', 'gap', 'unknown'] as const;
export type Finding = (typeof findings)[number];

/** A learner's answer to one question; no finding where none was chosen. */
export interface LawAnswer {
  readonly text: string;
  readonly finding?: Finding | undefined;
}

/** Answers by the id of their question. */
export type LawAnswers = Readonly<Record<string, LawAnswer>>;

const isFinding = (value: unknown): value is Finding =>
  (findings as readonly unknown[]).includes(value);

/** The answers that a stored value holds, without those of another shape; undefined where it is no object. */
export function answersFrom(value: unknown): LawAnswers | undefined {
  const answers = objectOf(value);
  if (answers === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, entry]): [string, LawAnswer][] => {
      const { text, finding } = objectOf(entry) ?? {};
      if (typeof text !== 'string') return [];
      return [[id, { text, ...(isFinding(finding) && { finding }) }]];
    }),
  );
}

/** The answers after one was changed. */
export const withAnswer = (
  answers: LawAnswers,
  id: string,
  change: Partial<LawAnswer>,
): LawAnswers => ({ ...answers, [id]: { ...(answers[id] ?? { text: '' }), ...change } });

/** The answers of two devices in one; where both have a finding, the one here stands. */
export const unitedAnswers = (here: LawAnswers, brought: LawAnswers): LawAnswers => ({
  ...brought,
  ...Object.fromEntries(
    Object.entries(here).map(([id, { text, finding }]) => {
      const either = finding ?? brought[id]?.finding;
      return [
        id,
        { text: unitedText(text, brought[id]?.text ?? ''), ...(either && { finding: either }) },
      ];
    }),
  ),
});

/** Whether something was said on a question. */
const isAnswered = (answer: LawAnswer | undefined): boolean =>
  answer !== undefined && (answer.text.trim() !== '' || answer.finding !== undefined);

/** Number of these questions that are answered, and of those that are a gap. */
export function countAnswers(
  answers: LawAnswers,
  ids: readonly string[],
): { readonly done: number; readonly gaps: number } {
  const listed = ids.map((id) => answers[id]);
  return {
    done: listed.filter(isAnswered).length,
    gaps: listed.filter((answer) => answer?.finding === 'gap').length,
  };
}
