/** Ids of the findings, in the order of the diagnosis; each has messages `diagnostics.<id>-<verdict>`. */
export const findingIds = [
  'api',
  'late',
  'session',
  'mode',
  'learner',
  'refusals',
  'elements',
  'read',
  'suspend',
  'commit',
  'sent',
  'again',
  'storage',
  'frame',
  'policy',
  'clock',
] as const;

export type FindingId = (typeof findingIds)[number];

/** `good`: as it should be; `fault`: prevents progress from being recorded; `note`: information. */
export type Verdict = 'good' | 'fault' | 'note';

/** Result of one test of the diagnosis. */
export interface Finding {
  readonly id: FindingId;
  readonly verdict: Verdict;
  /** Measured value, for the sentence and the report. Contains no data about the learner. */
  readonly measured?: string;
}

/** The findings as text to copy: language-neutral and without personal data. */
export const reportOf = (findings: readonly Finding[], about: readonly string[]): string =>
  [
    ...about,
    ...findings.map(
      ({ id, verdict, measured }) => `${id}: ${verdict}${measured ? ` (${measured})` : ''}`,
    ),
  ].join('\n');
