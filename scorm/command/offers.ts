import { translator } from '../../src/course/interface.ts';
import type { Course } from '../../src/course/course.ts';
import { fileSize } from '../../src/course/file-size.ts';
import {
  attribute,
  elements,
  insertAfter,
  readPage,
  remove,
  writePage,
} from '../../src/html/html.ts';
import { xml as html } from '../package/markup.ts';

/** A file that the website offers for download. */
export interface Offer {
  /** Name of the file. */
  readonly name: string;
  /** Address, relative to the page. */
  readonly href: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sum: string;
}

/** Attribute of the added elements; `withoutOffers` finds and removes them by it. */
const mark = 'data-offer';

/**
 * Adds the downloads to the page for administrators: size, checksum and link next to each file name. Files that
 * the page does not name, such as packages of a module, go into a list below.
 * @param page as the build made it
 */
export function withOffers(
  page: string,
  offers: readonly Offer[],
  course: Pick<Course, 'language' | 'interface'>,
): string {
  const read = readPage(page);
  const entry = (offer: Offer) => offerText(offer, course);
  const named = new Set<string>();
  for (const element of [...elements(read)]) {
    const offer = offers.find(({ name }) => attribute(element, 'data-file') === name);
    if (offer === undefined) continue;
    named.add(offer.name);
    insertAfter(element, html`<div data-offer="">${entry(offer)}</div>`.text);
  }
  const others = offers.filter(({ name }) => !named.has(name));
  const place = [...elements(read)].find((each) => attribute(each, 'data-files') !== undefined);
  if (place !== undefined && others.length > 0) {
    const items = others.map(
      (offer) =>
        html`<li>
          <code dir="ltr">${offer.name}</code>
          <div>${entry(offer)}</div>
        </li>`,
    );
    insertAfter(
      place,
      html`<ul data-offer="" class="offers">
        ${items}
      </ul>`.text,
    );
  }
  return writePage(read);
}

/** The page as the build made it. */
export function withoutOffers(page: string): string {
  if (!page.includes(mark)) return page;
  const read = readPage(page);
  for (const element of [...elements(read)])
    if (attribute(element, mark) !== undefined) remove(element);
  return writePage(read);
}

function offerText(
  { name, href, bytes, sum }: Offer,
  { language, interface: words }: Pick<Course, 'language' | 'interface'>,
) {
  const t = translator(language, words);
  const size = fileSize(language, bytes);
  return html`<a href="${href}" download="${name}">${t('administrators.download', { size })}</a>
    <small
      >SHA-256<br /><code dir="ltr">${sum.slice(0, 32)}<wbr />${sum.slice(32)}</code></small
    >`;
}
