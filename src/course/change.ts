import { z } from 'zod';
import { id, version, nonEmptyText } from './id.ts';

/** Kinds of changes; the message `changes.<kind>` names each. */
const changeKinds = ['correction', 'addition', 'law', 'wording'] as const;

const changeSchema = z.strictObject({
  /** Id of the lesson, the case or the module that changed. */
  page: id,
  kind: z.enum(changeKinds),
  /** The difference in one plain sentence. */
  what: nonEmptyText.max(240),
  /** Whether learners who have read the page should read it again; only for lessons and cases. */
  reread: z.boolean(),
});

/** `content/<language>/changes.yaml`: the changes of each version, newest first. */
export const changesSchema = z.array(
  z.strictObject({
    version,
    /** Date of the version, YYYY-MM-DD. */
    date: z.iso.date(),
    entries: z.array(changeSchema),
  }),
);

export type ChangeEntry = z.output<typeof changeSchema>;

/** Changes of a version, as authors wrote them. */
export type ReleaseEntry = z.output<typeof changesSchema>[number];

/** A version with data that the build computes. */
export interface Release extends Omit<ReleaseEntry, 'entries'> {
  readonly entries: readonly (ChangeEntry & {
    readonly title: string;
    /** Path of its page below the site. */
    readonly href: string;
  })[];
  /** Ids of the checks whose questions are unchanged since, so that an open try can continue. */
  readonly sameChecks: readonly string[];
}
