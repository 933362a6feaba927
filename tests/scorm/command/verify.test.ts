import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPackages } from '../../../scorm/cli.ts';
import { argumentsOf, verifyFile } from '../../../scorm/command/verify-file.ts';
import { verifyPackage } from '../../../scorm/package/verify.ts';
import { verify } from '../../../scorm/verify.ts';
import { layOut } from '../../fixtures/dist-tiny/files.ts';

const dist = mkdtempSync(join(tmpdir(), 'verify-'));
const path = join(dist, 'packages/ati-course-en-scorm12.zip');
const said = async (...args: string[]) => {
  const lines: string[] = [];
  const isFine = await verify(args, dist, (line) => lines.push(line));
  return { isFine, text: lines.join('\n') };
};
const brokenIn = (files: Record<string, Uint8Array>) =>
  verifyPackage(new Map(Object.entries(files)))
    .filter(({ problems }) => problems.length > 0)
    .map(({ rule }) => rule);

beforeAll(async () => {
  layOut(dist);
  await buildPackages(['--standard', 'scorm12'], dist, () => undefined);
});
afterAll(() => rmSync(dist, { recursive: true }));

test('P41: a package of ours passes every rule, and rebuilds to the same bytes', async () => {
  const { isFine, text } = await said(path);
  expect(text).toMatch(/^P10 in order: /m);
  expect(text).not.toMatch(/problems?:/);
  expect(text).toContain('Rebuilt from dist: the same bytes.');
  expect(isFine).toBe(true);
});

test('the options of a package of modules are derived from its file name', () => {
  expect(argumentsOf('out/ati-course-en-scorm2004-3rd-modules.zip')).toEqual([
    ...['--standard', 'scorm2004-3rd', '--language', 'en', '--scope', 'course'],
    ...['--form', 'modules'],
  ]);
});

test('a modified package is reported with the files that differ', async () => {
  const files = unzipSync(readFileSync(path));
  const page = new TextEncoder().encode('<!doctype html><p>other</p>');
  const changed = zipSync({ ...files, 'en/glossary.html': page });
  const original = join(dist, 'original.zip');
  renameSync(path, original);
  writeFileSync(path, changed);
  const { isFine, text } = await said(path);
  renameSync(original, path);
  expect(isFine).toBe(false);
  expect(text).toContain('differs in en/glossary.html');
});

test('a package built with options verifies if the options follow the file name', async () => {
  await buildPackages(['--standard', 'scorm12', '--mastery', '75'], dist, () => undefined);
  expect((await said(path)).isFine).toBe(false);
  expect((await said(path, '--mastery', '75')).isFine).toBe(true);
  await buildPackages(['--standard', 'scorm12'], dist, () => undefined);
});

test('one violation of a rule is reported as one problem', () => {
  const stray = join(dist, 'stray.zip');
  const files = unzipSync(readFileSync(path));
  writeFileSync(stray, zipSync({ ...files, 'stray.txt': new Uint8Array() }));
  expect(verifyFile(stray).lines.join('\n')).toMatch(/^P28 1 problem: /m);
});

test.for([
  ['P27', (files: Record<string, Uint8Array>) => ({ 'a.txt': new Uint8Array(), ...files })],
  ['P28', (files: Record<string, Uint8Array>) => ({ ...files, 'stray.txt': new Uint8Array() })],
  ['P31', (files: Record<string, Uint8Array>) => ({ ...files, 'A b.txt': new Uint8Array() })],
  [
    'P29',
    (files: Record<string, Uint8Array>) => ({
      ...files,
      'imsmanifest.xml': new TextEncoder().encode('<manifest'),
    }),
  ],
] as const)('%s is named where it is broken', ([rule, spoil]) => {
  expect(brokenIn(spoil(unzipSync(readFileSync(path))))).toContain(rule);
});

test.for(['ati-course-en-zim.zim', 'ati-course-en-site.zip'])(
  'P41: the copy %s is rebuilt byte for byte, and a changed copy is reported',
  async (name) => {
    const copy = join(dist, 'packages', name);
    const [, id = ''] = /-en-(\w+)/.exec(name) ?? [];
    await buildPackages(['--standard', id], dist, () => undefined);
    expect(await said(copy)).toMatchObject({ isFine: true });
    writeFileSync(copy, Buffer.concat([readFileSync(copy), Buffer.from('more')]));
    const { isFine, text } = await said(copy);
    expect(isFine).toBe(false);
    expect(text).toContain('other bytes');
  },
);

test('a truncated package is reported as such', async () => {
  const cut = join(dist, 'cut.zip');
  writeFileSync(cut, readFileSync(path).subarray(0, 5000));
  await expect(said(cut)).rejects.toThrow(/was cut short or damaged .* SHA256SUMS/);
});

test('one damaged byte of a file is reported, in a package of any vendor', async () => {
  const files = unzipSync(readFileSync(path));
  // Not packed, so that nothing but its checksum tells.
  const zip = zipSync(files, { level: 0 });
  const at = Buffer.from(zip).indexOf('<title>');
  zip[at + 1] = 0x54;
  const damaged = join(dist, 'foreign.zip');
  writeFileSync(damaged, zip);
  await expect(said(damaged)).rejects.toThrow(/damaged in transfer \(damaged: .*SHA256SUMS/);
});

test('a zip that unpacks outside its folder must not be imported', async () => {
  const hostile = join(dist, 'hostile.zip');
  writeFileSync(hostile, zipSync({ '../outside.html': new Uint8Array(3) }));
  await expect(said(hostile)).rejects.toThrow(
    /holds a path that leads out of its folder .*Do not import it/,
  );
});

test('a missing file is reported with the correct usage', async () => {
  await expect(said('gone.zip')).rejects.toThrow('There is no file gone.zip.');
});

test.for([
  ['ati-course-judge-en-cmi5.zip', '--standard cmi5 --language en --track judge'],
  [
    'ati-pre-arrest-en-scorm2004-3rd.zip',
    '--standard scorm2004-3rd --language en --scope pre-arrest',
  ],
  ['ati-course-en-zim.zim', '--standard zim --language en --scope course'],
  ['ati-course-en-scorm12.zip', '--standard scorm12 --language en --scope course'],
] as const)('%s says how it was built', ([name, args]) => {
  expect(argumentsOf(name)?.join(' ')).toBe(args);
});
