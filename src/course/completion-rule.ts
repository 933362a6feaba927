/** What completes the course. */
export interface CompletionRule {
  /** Every lesson, or the core lessons of the track. */
  readonly lessons: 'all' | 'core';
  /** Every case finished at least once, or one case of each stage that has any. */
  readonly cases: 'all' | 'one-per-stage';
  /** Every module check passed, or the final assessment. */
  readonly checks: 'passed' | 'final';
  /** The track an administrator fixed for a package. */
  readonly track?: string | undefined;
}
