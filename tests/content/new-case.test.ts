import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCase } from '../../src/content/commands/new-case.ts';
import { readCourse } from '../../src/content/load.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'course-'));
  copyTinyCourse(root);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** The command as an author types it. */
function run(...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/content/commands/new-case.ts', ...parameters],
    { encoding: 'utf8', env: { ...process.env, COURSE_CONTENT: root } },
  );
  return { status, said: stdout + stderr };
}

describe('A new case', () => {
  test('is written with one command and has no fault once a module lists it', () => {
    const { status, said } = run('night-call');
    expect(status, said).toBe(0);
    expect(said).toContain('night-call.yaml');
    const course = join(root, 'course.yaml');
    const listed = readFileSync(course, 'utf8').replace(
      'cases: [doorbell]',
      'cases: [doorbell, night-call]',
    );
    expect(listed).toContain('night-call');
    writeFileSync(course, listed);
    expect(readCourse('en', root).diagnostics.map(diagnosticLine)).toEqual([]);
  });

  test.for([
    ['doorbell', 'exists. Choose another id'],
    ['greeting', 'The id "greeting" is already used in course.yaml.'],
    ['Night Call', '"Night Call" is not an id.'],
    ['../outside', '"../outside" is not an id.'],
    ['', '"" is not an id.'],
  ] as const)('is refused as "%s"', ([id, reason]) => {
    const before = readFileSync(join(root, 'en/scenarios/doorbell.yaml'), 'utf8');
    expect(newCase(id, root)).toEqual({ refusal: expect.stringContaining(reason) as string });
    expect(readFileSync(join(root, 'en/scenarios/doorbell.yaml'), 'utf8')).toBe(before);
    expect(existsSync(join(root, 'en/scenarios/greeting.yaml'))).toBe(false);
  });

  test('if rejected fails the command with the reason', () => {
    const { status, said } = run();
    expect(status).toBe(1);
    expect(said).toContain('"" is not an id.');
  });
});
