import type { Launch } from '../../../src/progress/driver.ts';

/** The state document in which a package keeps an attempt; its id is ours (cmi5 10 leaves it free). */
export const progressState = 'ati.progress';

/** What a package keeps of an attempt. */
export interface Progress {
  readonly suspendData: string;
  readonly location: string;
  readonly completion: Launch['completion'];
  readonly success: Launch['success'];
  readonly score?: number;
  /** What was told once, and may not be told again in this registration (cmi5 9.3). */
  readonly told: readonly ('completed' | 'passed' | 'failed')[];
}

export const noProgress: Progress = {
  suspendData: '',
  location: '',
  completion: 'incomplete',
  success: 'unknown',
  told: [],
};

/** Whether a document is one that a package wrote: none is written without the encoded attempt. */
export const isWhole = (value: unknown): boolean => progressOf(value).suspendData !== '';

/** Progress as it was stored; what is not as it should be is left out. */
export function progressOf(value: unknown): Progress {
  const given = (value ?? {}) as Partial<Record<keyof Progress, unknown>>;
  const text = (each: unknown) => (typeof each === 'string' ? each : '');
  const score = typeof given.score === 'number' && given.score >= 0 && given.score <= 1;
  const told: readonly unknown[] = Array.isArray(given.told) ? given.told : [];
  return {
    suspendData: text(given.suspendData),
    location: text(given.location),
    completion: given.completion === 'completed' ? 'completed' : 'incomplete',
    success: given.success === 'passed' || given.success === 'failed' ? given.success : 'unknown',
    ...(score && { score: given.score as number }),
    told: (['completed', 'passed', 'failed'] as const).filter((verb) => told.includes(verb)),
  };
}
