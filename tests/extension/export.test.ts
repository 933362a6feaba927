import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPackages } from '../../scorm/cli.ts';
import { copies } from '../../scorm/copies/registry.ts';
import { standards } from '../../scorm/standards/registry.ts';
import { tinyCourse } from '../fixtures/dist-tiny/course.ts';
import { layOut } from '../fixtures/dist-tiny/files.ts';
import { titles } from './export/titles.ts';

/** The registry with one line more. */
const extended = [...copies, titles];

describe('an export is one file and one line of the registry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'titles-'));
  const build = (name: string, log: (line: string) => void = () => undefined) =>
    buildPackages(['--standard', name], folder, log, standards, undefined, extended);

  beforeAll(() => layOut(folder));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the command makes it of the built course, and says so', async () => {
    const said: string[] = [];
    await build('titles', (line) => said.push(line));
    expect(said.join('\n')).toMatch(/ati-course-en-titles\.zip.* titles$/);
    const zip = unzipSync(readFileSync(join(folder, 'packages/ati-course-en-titles.zip')));
    const [first] = tinyCourse.modules;
    expect(strFromU8(zip['titles.txt'] ?? new Uint8Array()).split('\n')).toContain(first?.title);
  });

  test('the command names it among those that can be asked for', async () => {
    await expect(build('title')).rejects.toThrow(/Write one of: .*titles/);
  });
});
