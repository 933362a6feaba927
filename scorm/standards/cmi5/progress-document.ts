import type { Launch } from '../../../src/progress/driver.ts';

/** The state document that stores an attempt; cmi5 10 leaves its id to the package. */
export const progressState = 'ati.progress';

/** The stored attempt of a package. */
export interface Progress {
  readonly suspendData: string;
  readonly location: string;
  readonly completion: Launch['completion'];
  readonly success: Launch['success'];
  readonly score?: number;
  /** Statements already sent, which may not be sent again in this registration (cmi5 9.3). */
  readonly told: readonly ('completed' | 'passed' | 'failed')[];
}

export const noProgress: Progress = {
  suspendData: '',
  location: '',
  completion: 'incomplete',
  success: 'unknown',
  told: [],
};

/** Whether a document was written by a package: each contains the encoded attempt. */
export const isWhole = (value: unknown): boolean => progressOf(value).suspendData !== '';

/** Parses stored progress; drops invalid values. */
export function progressOf(value: unknown): Progress {
  const fields = (value ?? {}) as Partial<Record<keyof Progress, unknown>>;
  const text = (each: unknown) => (typeof each === 'string' ? each : '');
  const score = typeof fields.score === 'number' && fields.score >= 0 && fields.score <= 1;
  const told: readonly unknown[] = Array.isArray(fields.told) ? fields.told : [];
  return {
    suspendData: text(fields.suspendData),
    location: text(fields.location),
    completion: fields.completion === 'completed' ? 'completed' : 'incomplete',
    success:
      fields.success === 'passed' || fields.success === 'failed' ? fields.success : 'unknown',
    ...(score && { score: fields.score as number }),
    told: (['completed', 'passed', 'failed'] as const).filter((verb) => told.includes(verb)),
  };
}
