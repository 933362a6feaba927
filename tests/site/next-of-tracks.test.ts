import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import { attribute, elements, readPage } from '../../src/html/html.ts';

const site = 'dist/site';

/** Path to which Next of a built page leads on a track, from the root of the site; undefined where there is none. */
function nextOf(page: string, track: string): string | undefined {
  const links = [...elements(readPage(readFileSync(`${site}/${page}`, 'utf8')))].filter(
    (element) => element.tagName === 'a' && attribute(element, 'rel') === 'next',
  );
  const waysOf = (link: (typeof links)[number]) => attribute(link, 'data-way')?.split(' ');
  const link =
    links.find((one) => waysOf(one)?.includes(track)) ?? links.find((one) => !waysOf(one));
  const href = link && attribute(link, 'href')?.replace(/#.*$/, '');
  return href && posix.join(posix.dirname(page), href);
}

// Reads what `npm run build` made; `npm test` builds first.
describe.runIf(existsSync(`${site}/en/index.html`) || process.env['CI'])(
  'Next of the built pages',
  () => {
    const { tracks, modules } = loadCourse('en');
    const order = modules.flatMap(({ lessons }) => lessons);

    test.each(tracks.map(({ id }) => id))(
      'leads on the track %s once through each core lesson, in the order of the course after the first, to the final and the certificate',
      (id) => {
        const { lessons, first } = tracks.find((track) => track.id === id) ?? {
          lessons: [] as string[],
        };
        const core = order.filter((lesson) => lessons.includes(lesson.id));
        const begin = core.find((lesson) => lesson.id === first) ?? core[0];
        const way: string[] = [];
        let page: string | undefined = begin?.href;
        while (page !== undefined && !way.includes(page)) {
          way.push(page);
          page = nextOf(page, id);
        }
        expect(page, 'a page comes twice').toBeUndefined();
        expect(way.slice(-2)).toEqual(['en/final.html', 'en/certificate.html']);
        const hrefs = core.map(({ href }) => href);
        expect(way.filter((one) => hrefs.includes(one))).toEqual([
          begin?.href,
          ...hrefs.filter((href) => href !== begin?.href),
        ]);
        const others = order.map(({ href }) => href).filter((href) => !hrefs.includes(href));
        expect(way.filter((one) => others.includes(one))).toEqual([]);
      },
    );
  },
);
