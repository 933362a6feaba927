import { type Attempt, isBlank } from './attempt.ts';
import type { ChangeEntry, ReleaseEntry } from '../course/change.ts';
import type { CourseUpgraded } from './slices/course-version.ts';
import type { MigrationLoss } from './slices/copies/copied-slice.ts';
import type { Structure } from '../course/structure.ts';
import { isLater } from '../course/version.ts';

/** Versions of the course and its present structure, as a page knows them. */
export interface Update {
  readonly releases: readonly (Omit<ReleaseEntry, 'entries'> & {
    readonly entries: readonly Pick<ChangeEntry, 'page' | 'reread'>[];
    readonly sameChecks: readonly string[];
  })[];
  readonly lessons: Structure['lessons'];
  /** Steps of each case, by its id. */
  readonly cases: Readonly<Record<string, readonly string[]>>;
  readonly checks: readonly string[];
  readonly tracks: readonly string[];
}

/** Whether a record was made under an earlier version than this. A later one is not our business. */
export const isOutdated = ({ edition }: Attempt, version: string): boolean =>
  edition === undefined || isLater(version, edition.version);

/** The versions after the one given, the newest first. */
export const releasesSince = <T extends { readonly version: string }>(
  releases: readonly T[],
  version: string,
): T[] => releases.filter((release) => isLater(release.version, version));

/** Effects of another version on the record of a learner. */
export type VersionUpgrade = Omit<CourseUpgraded, 'type'>;

/**
 * Effects of an update on a record: what should be read again, and what could not be kept.
 * A lesson counts when it was read to the end, a case when it was finished. What was still open of
 * an earlier update stays open.
 */
export function versionUpgrade(attempt: Attempt, version: string, update: Update): VersionUpgrade {
  if (isBlank(attempt)) return { edition: { version, again: [] } };
  const { edition } = attempt;
  // Records name their version from the first that was published.
  const from = edition?.version ?? update.releases.at(-1)?.version ?? version;
  const changed = releasesSince(update.releases, from)
    .flatMap(({ entries }) => entries)
    .filter(({ reread }) => reread)
    .map(({ page }) => page);
  const done = [...attempt.viewed, ...Object.keys(attempt.cases).filter(isFinished(attempt))];
  const same = update.releases.find((release) => release.version === from)?.sameChecks ?? [];
  const changedChecks = Object.keys(attempt.checks).filter((id) => !same.includes(id));
  const since = edition?.since ?? (from === version ? undefined : from);
  const lost = lostIn(attempt, update, changedChecks);
  return {
    edition: {
      version,
      ...(since !== undefined && { since }),
      again: [
        ...new Set([...(edition?.again ?? []), ...done.filter((id) => changed.includes(id))]),
      ],
      ...(lost.length > 0 && { lost }),
    },
    changedChecks,
  };
}

const isFinished =
  ({ cases }: Attempt) =>
  (id: string) =>
    cases[id]?.finished === true;

function lostIn(
  attempt: Attempt,
  update: Update,
  changedChecks: readonly string[],
): MigrationLoss[] {
  return [
    ...attempt.viewed
      .filter((id) => !update.lessons.includes(id))
      .map((id): MigrationLoss => ({ part: 'lesson', id, why: 'removed' })),
    ...Object.entries(attempt.cases).flatMap(([id, { first, run }]): MigrationLoss[] => {
      const steps = update.cases[id];
      if (steps === undefined) return [{ part: 'case', id, why: 'removed' }];
      const isWhole = [...first, ...run].every((step) => steps.includes(step));
      return isWhole ? [] : [{ part: 'case', id, why: 'changed' }];
    }),
    ...Object.entries(attempt.checks).flatMap(([id, { open }]): MigrationLoss[] => {
      if (!update.checks.includes(id)) return [{ part: 'check', id, why: 'removed' }];
      return open && changedChecks.includes(id) ? [{ part: 'check', id, why: 'changed' }] : [];
    }),
    ...(attempt.track !== undefined && !update.tracks.includes(attempt.track)
      ? [{ part: 'track', id: attempt.track, why: 'removed' } as const]
      : []),
  ];
}
