/** @module-tag wide */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepStructure } from '../../src/content/commands/keep-structure.ts';
import { checkContent } from '../../src/content/load.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'course-'));
  copyTinyCourse(root);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function run(command: 'keep-structure' | 'check') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`src/content/commands/${command}.ts`],
    {
      encoding: 'utf8',
      env: { ...process.env, COURSE_CONTENT: root },
    },
  );
  return { status, said: stdout + stderr };
}
function change(file: string, from: string, to: string) {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replaceAll(from, to));
}
const kept = () => readFileSync(join(root, 'history/1.0.0.json'), 'utf8');

test('the structure of a version is kept, and keeping it again changes nothing', () => {
  expect(run('keep-structure').status).toBe(0);
  const first = kept();
  expect(keepStructure(root)).toMatchObject({ version: '1.0.0' });
  expect(kept()).toBe(first);
});

test('a saved version is not overwritten by another structure', () => {
  keepStructure(root);
  const first = kept();
  change('en/scenarios/doorbell.yaml', 'id: refuse', 'id: decline');
  const { status, said } = run('keep-structure');
  expect(status).toBe(1);
  expect(said).toContain('Raise version and date in course.yaml');
  expect(kept()).toBe(first);
});

test('a fault in the content is reported without a stack trace', () => {
  change('sources.yaml', 'read: full', 'read: yes');
  const { status, said } = run('keep-structure');
  expect(status).toBe(1);
  expect(said).toContain('The content check found 1 problem:');
  expect(said).not.toMatch(/^\s+at /m);
});

test('the content check reports success, and what has gone since a published version', () => {
  keepStructure(root);
  expect(checkContent(root)).toEqual({ diagnostics: [], removed: [] });
  change('en/modules/first/questions.yaml', 'id: first-word', 'id: opening-word');
  const { status, said } = run('check');
  expect(status).toBe(0);
  expect(said).toMatch(/^The content check found no problem\.\nTo look at:\n/);
  expect(said).toContain('The question "first-word" of version 1.0.0 is gone.');
});
