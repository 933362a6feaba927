import type { Page } from 'playwright';
import { withoutMoment } from '../../../scorm/copies/workshop/pdf-bytes.ts';
import { pageNumbers } from './page-numbers.ts';

/**
 * Maximum number of prints until the numbers in the contents match the pages. Two suffice unless a number moves a line.
 */
const mostPrints = 4;

/**
 * Prints the handbook open in a page as tagged PDF with an outline and page numbers in the contents. The first print
 * yields the numbers, and the next one shows them.
 * @throws if the numbers change with every print
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
