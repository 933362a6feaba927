import type { Page } from 'playwright';
import { withoutMoment } from '../../../scorm/copies/workshop/pdf-bytes.ts';
import { pageNumbers } from './page-numbers.ts';

/**
 * Most prints until the numbers in the contents are those of the pages; two are enough unless a number moves a line.
 */
const mostPrints = 4;

/**
 * Prints a handbook that is open in a page as tagged PDF with an outline and the numbers of its pages in the
 * contents. The first print tells the numbers, and the next has them.
 * @throws where the numbers change with every print
 */
export async function printHandbook(page: Page): Promise<Uint8Array> {
  let lastNumbers = '';
  for (let print = 0; print < mostPrints; print += 1) {
    const pdf = await page.pdf({
      ...{ format: 'A4', preferCSSPageSize: true, printBackground: true },
      ...{ tagged: true, outline: true },
    });
    const { of } = await pageNumbers(pdf);
    const now = JSON.stringify(of);
    if (now === lastNumbers) return withoutMoment(pdf);
    lastNumbers = now;
    await page.evaluate((numbers) => {
      for (const place of document.querySelectorAll<HTMLElement>('[data-page-of]'))
        place.textContent = numbers[place.dataset['pageOf'] ?? '']?.toString() ?? '';
    }, of);
  }
  throw new Error(`the numbers in the contents of ${page.url()} change with every print`);
}
