import { nearestName, nearestOr } from '../diagnostics/nearest-name.ts';
import { pageOf, sitePages, type Anchors } from '../site-pages.ts';
import type { Rule } from './rule.ts';

const howTo =
  'Write an address that starts with https://, or that of a page, such as ../countries/kenya.html.';

/** Links that lead neither to a web address nor to an existing page and heading of the course. */
export const link: Rule = {
  id: 'link',
  check(content, report) {
    const pages = sitePages(content);
    for (const [file, { links }] of content.bodies)
      for (const { url, line } of links) {
        const problem = problemOf(url, pageOf(file, content.language) ?? '', pages);
        if (problem) report({ file, line, message: problem[0], suggestion: problem[1] });
      }
  },
};

function problemOf(
  url: string,
  from: string,
  pages: ReadonlyMap<string, Anchors>,
): [message: string, suggestion: string] | undefined {
  if (/^https:\/\/[^/\s]+/.test(url) || /^mailto:[^@\s]+@[^@\s]+$/.test(url)) return undefined;
  const message = `The link leads to "${url}".`;
  if (url.startsWith('http://'))
    return [message, `Write https:// instead of http://: https://${url.slice('http://'.length)}`];
  if (/^[a-z][a-z+.-]*:/i.test(url) || url.startsWith('//')) return [message, howTo];
  const [path = '', anchor] = url.split('#');
  const target = path === '' ? from : resolve(path, from);
  if (target === undefined) return [message, howTo];
  const anchors = pages.get(target);
  if (!pages.has(target)) {
    const near = nearestName(target, pages.keys());
    return [
      `${message.slice(0, -1)}, and the course has no page ${target}.html.`,
      near === undefined ? howTo : `Did you mean "${relativePath(near, from)}"?`,
    ];
  }
  if (anchor && anchors && !anchors.has(anchor))
    return [
      `The link leads to "${url}", and that page has no heading "#${anchor}".`,
      nearestOr(
        `#${anchor}`,
        [...anchors].map((one) => `#${one}`),
        'Delete the part from # on.',
      ),
    ];
  return undefined;
}

/** The page of a relative URL; undefined if it is not a page of the language. */
function resolve(path: string, from: string): string | undefined {
  if (!path.endsWith('.html') || path.startsWith('/')) return undefined;
  const base = 'https://course.invalid/';
  const { href } = new URL(path, `${base}en/${from}.html`);
  return href.startsWith(`${base}en/`)
    ? href.slice(`${base}en/`.length, -'.html'.length)
    : undefined;
}

const relativePath = (page: string, from: string): string =>
  `${'../'.repeat(from.split('/').length - 1)}${page}.html`;
