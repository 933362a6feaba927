import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { compressFiles } from '../../src/publish/compress.ts';
import { barePage } from './bare-page.ts';
import { lessonTexts } from './lesson-texts.ts';
import { withSite } from './local-site.ts';
import { benchFolder, type MeasuredBuild } from './measured-build.ts';
import { pageKinds } from './page-kinds.ts';
import { starlightBuild } from './starlight/starlight.ts';
import { kilobytes, median, type Table, times, whole } from './table.ts';
import { visit, type Visit } from './visit.ts';

const limit = { name: 'limit: the lesson bare', href: 'limit.html' };
/** The same words, and those of the next lesson, by the peer. */
const peers = [
  { name: 'Starlight: a lesson', href: 'page-0/index.html' },
  { name: 'Starlight: next, warm', href: 'page-1/index.html', after: 'page-0/index.html' },
];

/** Weight and speed of each kind of page, beside the lesson's words as a bare page and by Starlight. */
export async function pageSpeed(
  browser: Browser,
  { site, course }: MeasuredBuild,
  runs: number,
): Promise<Table> {
  const kinds = pageKinds(course);
  const lesson = kinds.find(({ name }) => name === 'lesson')?.href ?? '';
  const bare = join(benchFolder, 'limit');
  mkdirSync(bare, { recursive: true });
  writeFileSync(join(bare, limit.href), barePage(readFileSync(join(site, lesson), 'utf8')));

  await compressFiles(bare);
  const texts = lessonTexts();
  const starlight = starlightBuild(texts.length, texts)?.site;
  if (starlight !== undefined) await compressFiles(starlight);

  const visits = await withSite(site, (own) =>
    withSite(bare, (limits) =>
      withSite(starlight ?? bare, async (peer) => {
        const all = [
          ...kinds.map((kind) => ({ ...kind, base: own, visits: [] as Visit[] })),
          ...(starlight === undefined ? [] : peers).map((kind) => ({
            ...kind,
            base: peer,
            visits: [] as Visit[],
          })),
          { ...limit, base: limits, visits: [] as Visit[] },
        ];
        // Once for nothing: files that were never read come slower from the disk.
        for (const { base, ...kind } of all) await visit(browser, base, kind);
        // One after the other in each round, so that what else the machine does falls on all of them.
        for (let run = 0; run < runs; run++)
          for (const { base, ...kind } of all) kind.visits.push(await visit(browser, base, kind));
        return all;
      }),
    ),
  );

  const rows = visits.map(({ name, visits: own }) => ({ name, ...middleVisit(own) }));
  const least = rows.at(-1);
  if (least === undefined) throw new Error('Nothing was visited.');
  const found = rows.find((row) => row.found)?.found;
  return {
    title: 'Weight and speed of a page',
    head: [
      'page',
      'kB',
      'requests',
      'FCP',
      'LCP',
      'DCL',
      'TBT',
      'shift',
      'kB × limit',
      'LCP × limit',
    ],
    rows: rows.map((row) => [
      row.name,
      kilobytes(row.bytes),
      whole(row.requests),
      whole(row.firstPaint),
      whole(row.largestPaint),
      whole(row.contentLoaded),
      whole(row.blocked),
      row.shift.toFixed(3),
      times(row.bytes, least.bytes),
      times(row.largestPaint, least.largestPaint),
    ]),
    notes: [
      `kB on the wire (brotli, headers and icon included, no cache unless "warm" or "prefetched"); ms at 400 kbps, 400 ms round trip, processor 6 times slower; the visit in the middle, by LCP, of ${runs} in turn.`,
      'Times scatter with the load of the machine: compare the ratios, which were taken in one run.',
      ...(found === undefined
        ? []
        : [`Search: ${whole(found)} ms from the first keystroke to the first result.`]),
    ],
  };
}

/** The visit in the middle by its largest paint: all numbers of a row belong to one visit. */
function middleVisit(visits: readonly Visit[]): Visit {
  const middle = median(visits.map(({ largestPaint }) => largestPaint));
  const found = visits.find(({ largestPaint }) => largestPaint === middle);
  if (found === undefined) throw new Error('Nothing was visited.');
  return found;
}
