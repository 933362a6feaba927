import { expect, test } from 'vitest';
import type { ExtendedCourse } from '../extended-course.ts';

/** Tests of the reports to an LMS of the recorded fact `bookmarks`. `recorded-fact.test.ts` tests its model. */
export function reportedFactSuite(course: () => ExtendedCourse): void {
  test.for(['scorm12', 'scorm2004'])(
    '%s: an LMS is told of it, and it is resumed',
    async (standard) => {
      expect(
        await course().evaluate(`
        import { LmsHarness, course } from './tests/conformance/lms-harness.ts';
        const [lesson] = course.structure.lessons;
        const harness = new LmsHarness('${standard}');
        const session = harness.open();
        session.record({ type: 'lesson.bookmarked', lesson });
        harness.flushDeferred();
        session.close();
        const value = (name) => harness.lms.kept.get('cmi.interactions.0.' + name);
        const answer = [
          harness.lms.refused,
          value('id') === 'bookmark.' + lesson,
          value('type'),
          harness.open().attempt.bookmarks.length,
        ];`),
      ).toEqual([[], true, 'choice', 1]);
    },
  );
}
