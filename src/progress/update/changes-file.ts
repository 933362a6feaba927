import type { Update } from '../version-upgrade.ts';

/** Data of the course for the script of an update: `window.atiChanges`, which stands before it. */
export interface ChangesFile extends Update {
  readonly releases: readonly (Update['releases'][number] & {
    readonly version: string;
    readonly entries: readonly ChangeLine[];
  })[];
  /** Titles of cases, and of modules and assessments for their checks. */
  readonly titles: Readonly<Record<string, string>>;
  /** Sentences by name; of what was lost under its part and why, such as `case-changed`. */
  readonly words: Readonly<Record<string, string>>;
}

export interface ChangeLine {
  readonly page: string;
  readonly reread: boolean;
  readonly title: string;
  /** The kind of change, in words. */
  readonly kind: string;
  readonly what: string;
}
