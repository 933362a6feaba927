import { launchFile } from '../standards/packaged-course.ts';
import { xml as html } from './markup.ts';
import {
  attribute,
  elements,
  insertAfter,
  readPage,
  remove,
  setAttribute,
  textOf,
  unlink,
  writePage,
  type Element,
} from '../../src/html/html.ts';
import { linkStyles } from './linked-styles.ts';
import { targetOf, urlTo } from './reference.ts';
import { removeWebsiteParts } from './website-parts.ts';

/** Context for moving a page from the website into a package or a copy. */
export interface Move {
  /** Path of the page, the same in the site and in the package. */
  readonly path: string;
  /** The package; absent in a copy of the website, which does not communicate with an LMS. */
  readonly package?: {
    /** Id of its standard. */
    readonly standard: string;
    /** The build that the page belongs to. */
    readonly build: string;
    /** Path of the shell to which the page leads back. */
    readonly shell: string;
  };
  /** Identifier under which the packaged course stores its data. */
  readonly courseId: string;
  /**
   * Start page of the packaged course; links to the website's start pages are redirected to it. Absent on a
   * page shared by several parts, because each part has its own start page.
   */
  readonly startPage?: string | undefined;
  /** Returns the page of the package that replaces a page of the website. */
  readonly instead?: (path: string) => string | undefined;
  /** Whether the website has a file, and whether the package will have it. */
  readonly inSite: (path: string) => boolean;
  readonly inPackage: (path: string) => boolean;
}

/**
 * Changes a page of the website for a package or a copy.
 *
 * In a package the page states the standard, the path of the shell and the build id (`data-package`,
 * `data-shell` and `data-build` on `html`). Every link to the start page leads to that of the course, because
 * the shell must not open in its own frame. A script adds the link back to the shell on a page that was opened
 * without it. Links to pages that are not in the package become text; links to other hosts open in a new tab
 * and show their address (P38).
 */
export function relocate(text: string, move: Move): string {
  const page = readPage(text);
  linkStyles(page);
  for (const element of elements(page)) {
    if (element.tagName === 'html') {
      if (move.package) {
        setAttribute(element, 'data-package', move.package.standard);
        setAttribute(element, 'data-build', move.package.build);
        setAttribute(element, 'data-shell', urlTo(move.package.shell, move.path));
      }
      setAttribute(element, 'data-course', move.courseId);
    }
    if (element.tagName === 'a' || element.tagName === 'area') moveLink(element, move);
    if (element.tagName === 'link') moveNamedLink(element, move);
    if (isGone(attribute(element, 'data-booster'), move))
      setAttribute(element, 'data-booster', undefined);
  }
  if (move.package) removeWebsiteParts(page);
  return writePage(page);
}

/** Placeholder for a package whose standard and build are not known yet: both are empty on the page. */
export const unnamedPackage = (shell: string): NonNullable<Move['package']> => ({
  ...{ standard: '', build: '', shell },
});

/** A page of `unnamedPackage` with standard and build filled in. */
export const inPackageOf = (page: string, standard: string, build: string): string =>
  page.replace(
    ' data-package="" data-build=""',
    ` data-package="${standard}" data-build="${build}"`,
  );

function moveLink(element: Element, move: Move) {
  const href = attribute(element, 'href')?.trim();
  if (href === undefined) return;
  const target = targetOf(href, move.path);
  if (target.to === 'outside') {
    if (/^https?$/.test(target.scheme)) {
      setAttribute(element, 'target', '_blank');
      setAttribute(element, 'rel', 'noopener noreferrer');
    }
    if (!showsAddress(element, href))
      insertAfter(element, html` <span class="address" dir="ltr">(${address(href)})</span>`.text);
  }
  if (target.to !== 'file') return;
  const leadTo = (path: string) =>
    setAttribute(element, 'href', urlTo(path, move.path) + href.replace(/^[^?#]*/, ''));
  const instead = move.instead?.(target.path);
  if (instead !== undefined) return leadTo(instead);
  const isStart = target.path === launchFile || isStartPage(target.path, move);
  if (isStart && move.startPage !== undefined) leadTo(move.startPage);
  else if (move.inSite(target.path) && !move.inPackage(target.path)) unlink(element);
}

/** Whether a path is a start page of any language that the package does not contain. */
const isStartPage = (path: string, { startPage = '', inPackage }: Move) =>
  path === `${startPage.slice(0, startPage.indexOf('/'))}/index.html` && !inPackage(path);

/** Removes each `link` in the head that refers to a file missing from the package. */
function moveNamedLink(element: Element, move: Move) {
  if (isGone(attribute(element, 'href'), move)) remove(element);
}

/** Whether a URL points to a file of the website that is not in the package. */
function isGone(address: string | undefined, move: Move): boolean {
  const target = targetOf(address ?? '', move.path);
  return target.to === 'file' && move.inSite(target.path) && !move.inPackage(target.path);
}

/** The address as a reader would copy it. */
const address = (href: string) =>
  /^(?:mailto|tel):/.test(href) ? href.replace(/^\w+:|\?.*$/g, '') : href;

/** Block elements; a URL shown anywhere in the same block counts as next to its link. */
const blocks = [
  'p',
  'li',
  'dd',
  'dt',
  'td',
  'th',
  'figure',
  'aside',
  'footer',
  'section',
  'article',
  'main',
  'div',
  'body',
];

/** Whether the block around a link shows its URL as text. */
export function showsAddress(element: Element, href: string): boolean {
  let block: Element = element;
  while (!blocks.includes(block.tagName) && block.parentNode && 'tagName' in block.parentNode)
    block = block.parentNode;
  const bare = (text: string) => text.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return textOf(block).includes(bare(address(href)));
}
