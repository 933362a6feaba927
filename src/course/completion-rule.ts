/** Rule that completes the course. */
export interface CompletionRule {
  /** Every lesson, the core lessons of the track, or none, as an administrator may decide for a package. */
  readonly lessons: 'all' | 'core' | 'none';
  /** Every case finished at least once, one case of each stage that has any, or none. */
  readonly cases: 'all' | 'one-per-stage' | 'none';
  /** Every module check passed, or the final assessment. */
  readonly checks: 'passed' | 'final';
  /** The track an administrator fixed for a package. */
  readonly track?: string | undefined;
}
