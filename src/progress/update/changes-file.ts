import type { Update } from '../version-upgrade.ts';

/** The data in `window.atiChanges`, which a script sets before `update.ts` runs. */
export interface ChangesFile extends Update {
  readonly releases: readonly (Update['releases'][number] & {
    readonly version: string;
    readonly entries: readonly ChangeLine[];
  })[];
  /** Titles by id: of cases, and of modules and assessments for their checks. */
  readonly titles: Readonly<Record<string, string>>;
  /** Texts by name. Those about losses are named by `part` and `why` of the loss, such as `case-changed`. */
  readonly words: Readonly<Record<string, string>>;
}

export interface ChangeLine {
  readonly page: string;
  readonly reread: boolean;
  readonly title: string;
  /** The kind of change, as shown to the reader. */
  readonly kind: string;
  readonly what: string;
}
