import { objectOf } from '../codec/json.ts';
import { unitedText } from '../notes/united-text.ts';

/** Findings on a question: how the learner's national law answers it. */
export const findings = ['law', 'practice', 'gap', 'unknown'] as const;
export type Finding = (typeof findings)[number];

/** A learner's answer to one question; `finding` is absent if none was chosen. */
export interface LawAnswer {
  readonly text: string;
  readonly finding?: Finding | undefined;
}

/** Answers by question id. */
export type LawAnswers = Readonly<Record<string, LawAnswer>>;

const isFinding = (value: unknown): value is Finding =>
  (findings as readonly unknown[]).includes(value);

/** Reads answers from a stored value and drops malformed ones; undefined if the value is not an object. */
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

/** The answers after a change to one. */
export const withAnswer = (
  answers: LawAnswers,
  id: string,
  change: Partial<LawAnswer>,
): LawAnswers => ({ ...answers, [id]: { ...(answers[id] ?? { text: '' }), ...change } });

/** Merges the answers of two devices; if both have a finding, the local one wins. */
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

/** Whether a question has a text or a finding. */
const isAnswered = (answer: LawAnswer | undefined): boolean =>
  answer !== undefined && (answer.text.trim() !== '' || answer.finding !== undefined);

/** Number of the listed questions that are answered, and of those with a gap. */
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
