import type { Stage } from './stage.ts';

/**
 * Address at which the course is published, as set for the build. Programs that share a link need the absolute address
 * of a picture (the Open Graph protocol, "og:image"), which a page cannot know by itself.
 * @param setting `COURSE_ADDRESS`: a link that begins with `https:` or `http:`, to the folder of the site
 * @returns the address with a trailing slash; undefined if nothing is set
 * @throws RangeError for anything else
 */
export function siteAddress(setting: string | undefined): string | undefined {
  const trimmed = setting?.trim() ?? '';
  if (trimmed === '') return undefined;
  const url = URL.parse(trimmed);
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '')
    return url.href.endsWith('/') ? url.href : `${url.href}/`;
  throw new RangeError(
    `COURSE_ADDRESS is ${JSON.stringify(trimmed)}. Write the link under which the folder of the site is published, such as https://example.org/course/.`,
  );
}

/** File of the picture for a shared link, which shows the continuum as a line with the stage of the page marked. */
export const sharePath = (stage?: Stage): string =>
  stage === undefined ? 'assets/share.png' : `assets/share-${stage}.png`;
