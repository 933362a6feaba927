import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { chromium } from 'playwright';
import { describe, expect, test } from 'vitest';
import { findChromium } from '../../../scorm/copies/workshop/chromium.ts';
import { handbooksOf } from '../../../src/handbook/handbook.ts';
import { epubFile } from '../../../src/publish/handbook/epub-file.ts';
import { handbookFiles } from '../../../src/publish/handbook/handbook-files.ts';
import { pageNumbers } from '../../../src/publish/handbook/page-numbers.ts';
import { printHandbook } from '../../../src/publish/handbook/print-handbook.ts';
import { course, material, pages } from '../../handbook/small-course.ts';

const choice = `<html><head></head><body><a data-book="en/handbook/course" data-title="All">All</a></body></html>`;
const names = new Map([['assets/site.css', 'assets/site-12345678.css']]);
const made = () => handbookFiles(course, new Map([...pages, ['en/handbook.html', choice]]), names);
const [whole] = handbooksOf(course);
if (whole === undefined) throw new Error('a course has a book');

describe('a build', () => {
  test('has a page for every book, an EPUB of all but the lessons, and a link to each that the page of choice names', async () => {
    const files = await made();
    expect([...files.keys()].filter((path) => path.endsWith('.html'))).toEqual([
      ...handbooksOf(course).map(({ path }) => `${path}.html`),
      'en/handbook.html',
    ]);
    expect([...files.keys()].filter((path) => path.endsWith('.epub'))).toEqual(
      handbooksOf(course).flatMap(({ kind, path }) => (kind === 'lesson' ? [] : [`${path}.epub`])),
    );
    expect(String(files.get('en/handbook.html'))).toContain('href="handbook/course.epub"');
    expect(String(files.get('en/handbook/tracks/judge.html'))).toContain(
      'href="../../../assets/site-12345678.css"',
    );
  });

  test('has none where a site has no page to choose them on', async () => {
    expect((await handbookFiles(course, pages, names)).size).toBe(0);
  });
});

describe('the file of an EPUB', () => {
  test('P41, P66: is the same to the byte when it is made again', async () => {
    const [one, other] = [await epubFile(whole, material), await epubFile(whole, material)];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test('begins with its media type, stored as it is (OCF, 4.3)', async () => {
    const bytes = Buffer.from(await epubFile(whole, material));
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
    // Method of compression: none; and no extra field.
    expect([bytes.readUInt16LE(8), bytes.readUInt16LE(28)]).toEqual([0, 0]);
    expect(Object.keys(unzipSync(bytes))).toContain('EPUB/package.opf');
  });
});

/** The jar that Debian installs as a command. */
const epubcheck = '/usr/bin/epubcheck';
test.runIf(existsSync(epubcheck) && spawnSync('java', ['-version']).status === 0)(
  'epubcheck finds nothing in an EPUB',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'epub-'));
    try {
      const path = join(folder, 'course.epub');
      writeFileSync(path, await epubFile(whole, material));
      const { stdout, stderr } = spawnSync('java', ['-jar', epubcheck, path], { encoding: 'utf8' });
      expect(stderr + stdout).toContain('0 fatals / 0 errors / 0 warnings');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

const executablePath = findChromium();
test.runIf(executablePath !== undefined)(
  'P41, P65: a book is printed twice to the same bytes, tagged, with an outline and the numbers of its pages',
  { timeout: 60_000 },
  async () => {
    const browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox'],
    });
    try {
      const html = String((await made()).get('en/handbook/course.html'));
      const print = async () => {
        const page = await browser.newPage({ offline: true });
        await page.setContent(
          html.replace('</head>', '<style>.lesson { break-before: page }</style></head>'),
        );
        const pdf = await printHandbook(page);
        return { pdf, told: await page.locator('[data-page-of="sentence"]').textContent() };
      };
      const [one, other] = [await print(), await print()];
      expect(Buffer.compare(one.pdf, other.pdf)).toBe(0);
      const text = Buffer.from(one.pdf).toString('latin1');
      expect(text).toContain('/StructTreeRoot');
      expect(text).toContain('/Outlines');
      const { pages: count, of } = await pageNumbers(one.pdf);
      expect(Number(one.told)).toBe(of['sentence']);
      expect(Number(one.told)).toBeGreaterThan(of['who-decides'] ?? count);
    } finally {
      await browser.close();
    }
  },
);
