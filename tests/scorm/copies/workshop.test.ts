import { describe, expect, test } from 'vitest';
import { findChromium } from '../../../scorm/copies/workshop/chromium.ts';
import { withoutMoment } from '../../../scorm/copies/workshop/pdf-bytes.ts';
import { printPages } from '../../../scorm/copies/workshop/print-pages.ts';
import { workshopCopy } from '../../../scorm/copies/workshop/workshop.ts';
import { packageProblems } from '../../../scorm/package/package-rules.ts';
import { courseScope } from '../../../scorm/package/scope.ts';
import { attribute, elements, readPage, textOf } from '../../../src/html/html.ts';
import { tinyCourse } from '../../fixtures/dist-tiny/course.ts';
import { tinySite } from '../../fixtures/dist-tiny/files.ts';

const encoded = (text: string) => new TextEncoder().encode(text);
const page = (title: string) =>
  encoded(
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} · Tiny</title></head><body><h1>${title}</h1></body></html>`,
  );
const site = new Map([
  ...tinySite,
  ['en/workshop/index.html', page('For trainers')],
  ['en/workshop/guides/half-day.html', page('Half a day')],
  ['en/workshop/booklets/bus-station.html', page('The bus station')],
  ['en/workshop/slides/pre-arrest.html', page('Slides: Pre-arrest')],
  ['en/workshop/room/bus-station.html', page('The room')],
  ['en/cards/judge.html', page('Card for judges')],
]);
const parts = { site, scope: courseScope(tinyCourse), courses: [tinyCourse] };

/** A printer that writes the name of each page. */
const printer = (_: unknown, pages: readonly string[]) =>
  Promise.resolve(pages.map((path) => encoded(`PDF of ${path}`)));

async function folder(print?: typeof printer) {
  const { files, note } = await workshopCopy(parts, print);
  const inside = new Map(
    [...files].map(([path, bytes]) => [path.replace('ati-workshop/', ''), bytes]),
  );
  const start = readPage(new TextDecoder().decode(inside.get('start.html')));
  return { files, inside, note, start };
}

describe('the folder for trainers', () => {
  test('has one page at its top, the course and the prints', async () => {
    const { files } = await folder(printer);
    expect(new Set([...files.keys()].map((path) => path.split('/').slice(0, 2).join('/')))).toEqual(
      new Set(['ati-workshop/start.html', 'ati-workshop/course', 'ati-workshop/print']),
    );
  });

  test('leads to the workshop first, then to the course', async () => {
    const { start } = await folder(printer);
    const ways = [...elements(start)]
      .filter((element) => attribute(element, 'hreflang') !== undefined)
      .map((element) => attribute(element, 'href'));
    expect(ways).toEqual(['course/en/workshop/index.html', 'course/en/index.html']);
  });

  test('holds what trainers print, by kind, each under the title of its page, and names it at the start', async () => {
    const { inside, start, note } = await folder(printer);
    const prints = [...inside.keys()].filter((path) => path.startsWith('print/'));
    expect(prints).toEqual([
      'print/en/guides/half-day.pdf',
      'print/en/slides/pre-arrest.pdf',
      'print/en/handout/pre-arrest.pdf',
      'print/en/booklets/bus-station.pdf',
      'print/en/cards/judge.pdf',
    ]);
    const pdf = (path: string) => new TextDecoder().decode(inside.get(path));
    expect(pdf('print/en/booklets/bus-station.pdf')).toBe(
      'PDF of en/workshop/booklets/bus-station.html',
    );
    // Slides are printed in two forms.
    expect(pdf('print/en/handout/pre-arrest.pdf')).toBe(
      'PDF of en/workshop/slides/pre-arrest.html#handout',
    );
    const named = [...elements(start)]
      .filter((element) => attribute(element, 'href')?.startsWith('print/'))
      .map((element) => [attribute(element, 'href'), textOf(element)]);
    expect(named).toEqual([
      ['print/en/guides/half-day.pdf', 'Half a day'],
      ['print/en/slides/pre-arrest.pdf', 'Slides: Pre-arrest'],
      ['print/en/handout/pre-arrest.pdf', 'Slides: Pre-arrest'],
      ['print/en/booklets/bus-station.pdf', 'The bus station'],
      ['print/en/cards/judge.pdf', 'Card for judges'],
    ]);
    expect(note).toBe('5 pages are printed as tagged PDF.');
  });

  test('P28, P31, P34: has no link out of the folder, and unpacks everywhere', async () => {
    expect(packageProblems((await folder(printer)).inside)).toEqual([]);
  });

  test('without a browser tells its maker and the trainer how to print', async () => {
    const { inside, note, start } = await folder();
    expect([...inside.keys()].filter((path) => path.endsWith('.pdf'))).toEqual([]);
    expect(note).toContain('No Chromium was found');
    expect(textOf(start)).toContain('press Ctrl+P');
  });

  test('is the same to the byte when it is made again', async () => {
    const [one, other] = await Promise.all([
      workshopCopy(parts, printer),
      workshopCopy(parts, printer),
    ]);
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });
});

test('a PDF keeps its length when its moment and the numbers of its elements are taken out', () => {
  const pdf = `/CreationDate (D:20261129104151+00'00') /ID (node00000042) /ID (node00001809) [(node00000042) 1 (node00001809) 2]`;
  const steady = Buffer.from(withoutMoment(Buffer.from(pdf, 'latin1'))).toString('latin1');
  expect(steady).toBe(
    `/CreationDate (D:20200101000000+00'00') /ID (node00000001) /ID (node00000002) [(node00000001) 1 (node00000002) 2]`,
  );
  expect(steady).toHaveLength(pdf.length);
});

const chromium = findChromium();

test.runIf(chromium !== undefined)(
  'P41: two prints of a page are the same to the byte, and are tagged',
  { timeout: 60_000 },
  async () => {
    const path = 'en/workshop/guides/half-day.html';
    const [one = Buffer.of(), , again = Buffer.of()] = await printPages(
      site,
      [path, 'en/cards/judge.html', path],
      chromium ?? '',
    );
    expect(Buffer.compare(one, again)).toBe(0);
    const text = Buffer.from(one).toString('latin1');
    expect(text).toMatch(/^%PDF-/);
    expect(text).toContain('/MarkInfo');
    expect(text).toContain('/StructTreeRoot');
  },
);
