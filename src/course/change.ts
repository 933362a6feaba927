import { z } from 'zod';
import { id, version, nonEmptyText } from './id.ts';

/** Kinds of changes; each has a word `changes.<kind>` for the reader. */
const changeKinds = ['correction', 'addition', 'law', 'wording'] as const;

const changeSchema = z.strictObject({
  /** Id of the lesson, the case or the module that changed. */
  page: id,
  kind: z.enum(changeKinds),
  /** One plain sentence on the difference. */
  what: nonEmptyText.max(240),
  /** Whether who read it before should read it again. Only of a lesson or a case. */
  reread: z.boolean(),
});

/** `content/<language>/changes.yaml`: what each version changed, the newest first. */
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

/** A version as the course holds it. */
export interface Release extends Omit<ReleaseEntry, 'entries'> {
  readonly entries: readonly (ChangeEntry & {
    readonly title: string;
    /** Path of its page below the site. */
    readonly href: string;
  })[];
  /** Checks whose questions are the same now, so that a try begun then can go on. */
  readonly sameChecks: readonly string[];
}
