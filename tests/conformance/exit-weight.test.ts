import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import { exitSizeLine } from '../../scorm/package/exit-size.ts';
import { widestSuspendData } from '../../src/progress/widest.ts';
import { stateSizeLine } from '../../src/publish/state-size.ts';
import { standardOf } from '../fixtures/standard.ts';
import { heaviestExit, rowLimit } from '../../src/progress/log.ts';
import { doEverything } from '../../src/progress/everything-done.ts';
import { formEncoded } from './fake-lms/form-encoded.ts';
import { LmsHarness } from './lms-harness.ts';

describe.for(['scorm12', 'scorm2004'] as const)('the whole course in %s', (id) => {
  const course = loadCourse('en');
  const { structure } = course;
  const tracked = { ...course, rule: course.completion, earlier: {} };
  const standard = standardOf(id);
  const harness = new LmsHarness(id, { moodle: true });
  const session = harness.open(tracked);
  doEverything(session, tracked);
  harness.flushDeferred();
  const status = session.saveStatus;
  const weight = formEncoded(harness.lms.kept).length;
  void session.close();
  const left = formEncoded(harness.lms.kept).length;

  test('P53: weighs at most 56 KiB in what Moodle sends at exit, with everything done', () => {
    expect(status).toBe('kept');
    expect(harness.lms.refused).toEqual([]);
    const rows = [...harness.lms.kept.keys()].filter((name) => /interactions\.\d+\.id$/.test(name));
    expect(rows).toHaveLength(rowLimit(structure));
    expect(weight).toBeLessThanOrEqual(heaviestExit);
  });

  test('packaging prints what a strict LMS is left with, to a tenth', () => {
    expect(Math.abs(standard.exitBytes(tracked) / left - 1)).toBeLessThan(0.1);
  });

  test('P01: packaging prints it in one line with the limit, and above it a fault that says what to change', () => {
    expect(exitSizeLine(course, standard)).toMatch(
      /^Everything done, [\d.]+ kB of at most 56\.0 kB are sent at exit \(scorm\w+\)\.$/,
    );
    expect(() => exitSizeLine(course, { id, exitBytes: () => 60_000 })).toThrow(
      /58\.6 kB of at most 56\.0 kB .*number of learning objectives/,
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
