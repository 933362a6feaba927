import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import { exitSizeLine } from '../../scorm/package/exit-size.ts';
import { widestSuspendData } from '../../src/progress/widest.ts';
import { stateSizeLine } from '../../src/publish/state-size.ts';
import { standardOf } from '../fixtures/standard.ts';
import { heaviestExit, rowLimit } from '../../src/progress/log.ts';
import { doEverything } from '../../src/progress/everything-done.ts';
import { formEncoded } from './fake-lms/fake-lms.ts';
import { LmsHarness } from './lms-harness.ts';

describe.for(['scorm12', 'scorm2004'] as const)('the whole course in %s', (standard) => {
  const { id, structure, masteryScore, completion: rule } = loadCourse('en');

  test('P53: weighs at most 56 KiB in what Moodle sends at exit, with everything done', () => {
    const harness = new LmsHarness(standard, { moodle: true });
    const session = harness.open({ id, structure, masteryScore, rule, earlier: {} });
    doEverything(session, { id, structure, masteryScore, rule, earlier: {} });
    harness.flushDeferred();
    expect(session.saveStatus).toBe('kept');
    expect(harness.lms.refused).toEqual([]);
    const rows = [...harness.lms.kept.keys()].filter((name) => /interactions\.\d+\.id$/.test(name));
    expect(rows).toHaveLength(rowLimit(structure));
    expect(formEncoded(harness.lms.kept).length).toBeLessThanOrEqual(heaviestExit);
  });
});

describe.for(['scorm12', 'scorm2004'] as const)('the weight that packaging prints for %s', (id) => {
  const course = loadCourse('en');
  const tracked = { ...course, rule: course.completion };
  const standard = standardOf(id);

  test('is what a strict LMS is left with, to a tenth', () => {
    const harness = new LmsHarness(id, { moodle: true });
    const session = harness.open(tracked);
    doEverything(session, tracked);
    harness.flushDeferred();
    void session.close();
    const left = formEncoded(harness.lms.kept).length;
    expect(Math.abs(standard.exitBytes(tracked) / left - 1)).toBeLessThan(0.1);
  });

  test('P01: is one line with the limit, and above it a fault that says what to change', () => {
    expect(exitSizeLine(course, standard)).toMatch(
      /^Everything done, [\d.]+ kB of at most 56\.0 kB are sent at exit \(scorm\w+\)\.$/,
    );
    expect(() => exitSizeLine(course, { id, exitBytes: () => 60_000 })).toThrow(
      /58\.6 kB of at most 56\.0 kB .*fewer learning objectives/,
    );
  });
});

test('P01: the build prints the size of the stored state', () => {
  const course = loadCourse('en');
  const line = stateSizeLine(course);
  expect(line).toContain(
    `${widestSuspendData(course.structure)} of at most 1,000 characters of suspend data`,
  );
  expect(line).not.toContain('\n');
});
