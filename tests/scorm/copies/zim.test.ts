import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zimArchive } from '../../../scorm/copies/zim/archive.ts';
import { zim } from '../../../scorm/copies/zim/zim.ts';
import { courseScope, moduleScope, type Scope } from '../../../scorm/package/scope.ts';
import { tinyCourse } from '../../fixtures/dist-tiny/course.ts';
import { tinySite } from '../../fixtures/dist-tiny/files.ts';
import { readZim } from './zim-reader.ts';

const built = async (scope: Scope = courseScope(tinyCourse), courses = [tinyCourse]) =>
  (await zim.make({ site: tinySite, scope, courses })).bytes;

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

const zimcheck = spawnSync('zimcheck', ['--version']).status === 0;

describe('a ZIM archive of the course', () => {
  test('opens at the start page', async () => {
    const { entries, mainPage } = readZim(await built());
    const main = entries[mainPage];
    expect(main?.path).toBe('WmainPage');
    expect(entries[main?.to ?? -1]).toMatchObject({ path: 'Cen/index.html', type: 'text/html' });
  });

  test('holds the pages and files of the course, byte for byte where they lead nowhere else', async () => {
    const { entries } = readZim(await built());
    const content = new Map(entries.map(({ path, bytes }) => [path, bytes]));
    const scripts = [...tinySite.keys()].filter(
      (path) => /\.(?:js|css)$/.test(path) && !path.startsWith('assets/not-found-'),
    );
    expect(scripts.length).toBeGreaterThan(0);
    for (const path of scripts)
      expect(text(content.get(`C${path}`))).toBe(text(tinySite.get(path)));
  });

  test('lists its entries and its titles in byte order', async () => {
    const { entries, byTitle } = readZim(await built());
    const paths = entries.map(({ path }) => path);
    const titles = byTitle.map((index) => {
      const { path = '', title = '' } = entries[index] ?? {};
      return path.slice(0, 1) + title;
    });
    const inBytes = (list: string[]) =>
      list.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(paths).toEqual(inBytes(paths));
    expect(titles).toEqual(inBytes(titles));
  });

  test('lists pages by title for the search of the reader', async () => {
    const { entries } = readZim(await built());
    const list = Buffer.from(
      entries.find(({ path }) => path === 'Xlisting/titleOrdered/v1')?.bytes ?? [],
    );
    const listed = [...Array(list.length / 4).keys()].map(
      (index) => entries[list.readUInt32LE(4 * index)]?.path,
    );
    const pages = entries.filter(({ type }) => type === 'text/html').map(({ path }) => path);
    expect(listed.toSorted()).toEqual(pages.toSorted());
  });

  test('has metadata for catalogues within the lengths that they show', async () => {
    const { entries } = readZim(await built());
    const told = new Map(
      entries
        .filter(({ path }) => path.startsWith('M'))
        .map(({ path, bytes }) => [path.slice(1), text(bytes)]),
    );
    expect(told.get('Language')).toBe('eng');
    expect(told.get('Date')).toBe(tinyCourse.date);
    expect(told.get('Name')).toBe(`${tinyCourse.id}_en`);
    expect(told.get('Title')?.length).toBeLessThanOrEqual(30);
    expect(told.get('Description')?.length).toBeLessThanOrEqual(80);
    for (const name of ['Title', 'Description', 'Creator', 'Publisher', 'License', 'Tags'])
      expect(told.get(name), name).toBeTruthy();
  });

  test('shows the icon of the site, 48 by 48', async () => {
    const { entries } = readZim(await built());
    const picture = Buffer.from(
      entries.find(({ path }) => path === 'MIllustration_48x48@1')?.bytes ?? [],
    );
    // A portable network graphic holds width and height in its first chunk (PNG, 11.2.2).
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([48, 48]);
  });

  test('of a module begins at the module and is named after it', async () => {
    const [module] = tinyCourse.modules;
    const scope = moduleScope(tinyCourse, module?.id ?? '');
    const { entries, mainPage } = readZim(await built(scope));
    expect(entries[entries[mainPage]?.to ?? -1]?.path).toBe(`C${scope?.startPage}`);
    const title = entries.find(({ path }) => path === 'MTitle');
    expect(module?.title.startsWith(text(title?.bytes).replace('…', ''))).toBe(true);
  });

  test('in several languages opens where they are chosen, and names each', async () => {
    const french = { ...tinyCourse, language: 'fr' };
    const { entries, mainPage } = readZim(
      await built(courseScope(tinyCourse), [tinyCourse, french]),
    );
    expect(entries[entries[mainPage]?.to ?? -1]?.path).toBe('Cindex.html');
    expect(text(entries.find(({ path }) => path === 'MLanguage')?.bytes)).toBe('eng,fra');
  });

  test('is refused in a language whose code is not known', async () => {
    const other = { ...tinyCourse, language: 'zz' };
    await expect(async () => built(courseScope(tinyCourse), [other])).rejects.toThrow(
      'The ISO 639-3 code of the language "zz" is unknown.',
    );
  });

  test('P41: is the same, byte for byte, each time', async () => {
    const [one, other] = [await built(), await built()];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test('gets another identifier when one of its words changes', async () => {
    const site = new Map([
      ...tinySite,
      ['en/index.html', new TextEncoder().encode('<p>Other</p>')],
    ]);
    const scope = courseScope(tinyCourse);
    const { bytes: other } = await zim.make({ site, scope, courses: [tinyCourse] });
    expect(readZim(other).identifier).not.toBe(readZim(await built()).identifier);
  });

  test('ends with the sum of all before', async () => {
    const archive = Buffer.from(await built());
    const { checksum } = readZim(archive);
    const sum = createHash('md5').update(archive.subarray(0, checksum)).digest('hex');
    expect(archive.toString('hex', checksum)).toBe(sum);
  });

  test('is not written with a redirect that leads nowhere', () => {
    const redirect = { namespace: 'W', path: 'mainPage', to: 'Cen/index.html' } as const;
    expect(() => zimArchive([redirect], 'WmainPage')).toThrow('"Cen/index.html"');
  });

  test.runIf(zimcheck)('passes zimcheck, where this machine has it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zim-'));
    try {
      const path = join(folder, 'course.zim');
      writeFileSync(path, await built());
      const { status, stdout } = spawnSync('zimcheck', ['--all', path], { encoding: 'utf8' });
      expect(stdout).not.toContain('[ERROR]');
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
