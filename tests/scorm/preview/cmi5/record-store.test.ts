import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Attempts } from '../../../../scorm/preview/attempts.ts';
import { RecordStore } from '../../../../scorm/preview/cmi5/record-store.ts';

const unit = {
  id: 'https://course.example/unit',
  title: 'Unit',
  moveOn: 'Completed',
  blocks: [],
} as const;
const at = { platform: 'http://127.0.0.1:1/record-store', unit: 'http://127.0.0.1:1/index.html' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'records-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const store = () => new RecordStore(new Attempts(folder), 'course');
const launch = (of: RecordStore) => of.launch({ units: [unit], unit }, at, {});

test('a registration continues when a store is reopened', () => {
  const registration = launch(store()).get('registration');
  expect(store().isReadable).toBe(true);
  expect(launch(store()).get('registration')).toBe(registration);
  expect(store().view(unit).launches).toBe(2);
});

test('an unreadable record is reported before the launch that replaces it', () => {
  launch(store());
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"record":');
  expect(store().isReadable).toBe(false);
  launch(store());
  expect(store().isReadable).toBe(true);
  expect(store().view(unit).launches).toBe(1);
});
