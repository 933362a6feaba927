import type { Stage } from './stage.ts';

/**
 * Address at which the course is published: a setting of the build. Programs that share a link want the whole address
 * of a picture (the Open Graph protocol, "og:image"), which no page knows by itself.
 * @param setting `COURSE_ADDRESS`: a link that begins with `https:` or `http:`, to the folder of the site
 * @returns the address with a slash at its end; undefined where nothing is set
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

/** File of the picture that goes with a shared link: the line, with the stage of the page lit. */
export const sharePath = (stage?: Stage): string =>
  stage === undefined ? 'assets/share.png' : `assets/share-${stage}.png`;
