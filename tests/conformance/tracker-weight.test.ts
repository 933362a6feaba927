import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/authoring/load-course.ts';
import { mostRows } from '../../src/tracking/log.ts';
import { doEverything } from '../bench/everything-done.ts';
import { formEncoded } from './fake-lms/fake-lms.ts';
import { Desk } from './tracker-session-parts.ts';

/** Moodle's beacon at exit carries 64 KiB; a quarter is left to Moodle itself. */
const limit = 48 * 1024;

describe.for(['scorm12', 'scorm2004'] as const)('the whole course in %s', (standard) => {
  const { id, structure, masteryScore, completion: rule } = loadCourse('en');

  test('weighs at most 48 KiB in what Moodle sends at exit, with everything done', () => {
    const desk = new Desk(standard, { moodle: true });
    const session = desk.open({ id, structure, masteryScore, rule, earlier: {} });
    doEverything(session, { id, structure, masteryScore, rule, earlier: {} });
    desk.paint();
    expect(session.keeping).toBe('kept');
    expect(desk.lms.refused).toEqual([]);
    const rows = [...desk.lms.kept.keys()].filter((name) => /interactions\.\d+\.id$/.test(name));
    expect(rows).toHaveLength(mostRows);
    expect(formEncoded(desk.lms.kept).length).toBeLessThanOrEqual(limit);
  });
});
