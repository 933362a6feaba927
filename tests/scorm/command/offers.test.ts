import { describe, expect, test } from 'vitest';
import { withOffers, withoutOffers, type Offer } from '../../../scorm/command/offers.ts';
import { readPage, writePage } from '../../../src/html/html.ts';
import { tinyCourse } from '../../fixtures/dist-tiny/course.ts';

const page = writePage(
  readPage(`<!DOCTYPE html><html><body><table data-files><tbody>
    <tr><th>Most</th><td><code data-file="ati-course-en-scorm12.zip">ati-course-en-scorm12.zip</code></td></tr>
    <tr><th>Stick</th><td><code data-file="ati-course-en-offline.zip">ati-course-en-offline.zip</code></td></tr>
  </tbody></table><p>Below</p></body></html>`),
);

const offer = (name: string, bytes: number): Offer => ({
  ...{ name, bytes, href: `../packages/${name}`, sum: 'a'.repeat(64) },
});

describe('the page for administrators', () => {
  const whole = offer('ati-course-en-scorm12.zip', 1_840_000);
  const module = offer('ati-trial-en-cmi5.zip', 402_000);

  test('offers a file beside its name, with size and sum', () => {
    const offered = withOffers(page, [whole], tinyCourse);
    expect(offered).toMatch(
      /<code data-file="ati-course-en-scorm12\.zip">.*<\/code><div data-offer=""><a href="\.\.\/packages\/ati-course-en-scorm12\.zip" download="ati-course-en-scorm12\.zip">[^<]*1\.8/s,
    );
    // Its lines are two halves where it does not fit on one.
    expect(offered.replace('<wbr>', '')).toContain(whole.sum);
  });

  test('leaves the name of a file that was not built without a link', () => {
    const offered = withOffers(page, [whole], tinyCourse);
    expect(offered).toMatch(/ati-course-en-offline\.zip<\/code><\/td>/);
  });

  test('lists files that the page does not name below the table', () => {
    const offered = withOffers(page, [whole, module], tinyCourse);
    expect(offered).toMatch(/<\/table><ul data-offer="".*ati-trial-en-cmi5\.zip.*<p>Below/s);
  });

  test('P41: is as the build made it once the offers are taken out, to the byte', () => {
    expect(withoutOffers(withOffers(page, [whole, module], tinyCourse))).toBe(page);
    expect(withoutOffers(page)).toBe(page);
  });
});
