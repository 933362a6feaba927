import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import { heaviestBeacon, worstCase, worstCaseLine } from '../../src/publish/worst-case.ts';
import { mostRows } from '../../src/progress/log.ts';
import { doEverything } from '../../src/progress/everything-done.ts';
import { formEncoded } from './fake-lms/fake-lms.ts';
import { LmsHarness } from './lms-harness.ts';

describe.for(['scorm12', 'scorm2004'] as const)('the whole course in %s', (standard) => {
  const { id, structure, masteryScore, completion: rule } = loadCourse('en');

  test('P53: weighs at most 48 KiB in what Moodle sends at exit, with everything done', () => {
    const harness = new LmsHarness(standard, { moodle: true });
    const session = harness.open({ id, structure, masteryScore, rule, earlier: {} });
    doEverything(session, { id, structure, masteryScore, rule, earlier: {} });
    harness.flushDeferred();
    expect(session.saveStatus).toBe('kept');
    expect(harness.lms.refused).toEqual([]);
    const rows = [...harness.lms.kept.keys()].filter((name) => /interactions\.\d+\.id$/.test(name));
    expect(rows).toHaveLength(mostRows);
    expect(formEncoded(harness.lms.kept).length).toBeLessThanOrEqual(heaviestBeacon);
  });
});

describe('the worst case that the build prints', () => {
  const course = loadCourse('en');
  const tracked = { ...course, rule: course.completion };

  test('is what a strict LMS is left with, to a tenth', () => {
    const left = (['scorm12', 'scorm2004'] as const).map((standard) => {
      const harness = new LmsHarness(standard, { moodle: true });
      const session = harness.open(tracked);
      doEverything(session, tracked);
      harness.flushDeferred();
      session.close();
      return formEncoded(harness.lms.kept).length;
    });
    const { beacon } = worstCase(tracked);
    expect(Math.abs(beacon / Math.max(...left) - 1)).toBeLessThan(0.1);
  });

  test('P01: is one line with both limits, and above either one a fault that says what to change', () => {
    const { suspendData, beacon } = worstCase(tracked);
    const line = worstCaseLine(course, { suspendData, beacon });
    expect(line).toContain(`${suspendData} of at most 1,000 characters of suspend data`);
    expect(line).toContain('of at most 48.0 kB sent at exit');
    expect(line).not.toContain('\n');
    expect(() => worstCaseLine(course, { suspendData: 1001, beacon })).toThrow(
      /1,001 of at most 1,000 .*\n.*lower `questions`/,
    );
    expect(() => worstCaseLine(course, { suspendData, beacon: 50_000 })).toThrow(
      /48\.8 kB of at most 48\.0 kB .*\n.*`mostRows`/,
    );
  });
});
