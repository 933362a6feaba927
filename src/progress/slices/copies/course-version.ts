import { isLater } from '../../../course/version.ts';
import type { VersionState as State } from '../course-version.ts';
import { union } from '../slice.ts';
import { pagesOf } from '../stored/course-version.ts';
import type { CopiedSlice } from './copied-slice.ts';

/** Merges to the earlier version. */
export const copiedCourseVersion: CopiedSlice<State> = {
  merge,
  migrate(state, { lessons, cases }) {
    const isKnown = (id: string) => lessons.includes(id) || cases.some((shape) => shape.id === id);
    return {
      state: state && { ...state, again: state.again.filter(isKnown) },
      lost: [],
    };
  },
  widest: (structure) => ({
    version: '63.63.63',
    since: '62.62.62',
    again: pagesOf(structure),
  }),
};

/** Keeps the earlier version, so that the note covers all changes since then, and the pages to read again of both. */
function merge(one: State, other: State): State {
  if (one === undefined || other === undefined) return one ?? other;
  const [earlier, later] = isLater(one.version, other.version) ? [other, one] : [one, other];
  const since = earlier.since ?? later.since;
  return {
    version: earlier.version,
    ...(since !== undefined && { since }),
    again: union(one.again, other.again),
  };
}
