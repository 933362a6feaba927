import { type Fault, faultAt, isSilent, shown } from './fault.ts';
import { givenName, labelsOf, nameOf, visibleText } from './name-of.ts';

/** Rules of axe by what must have a name. */
const named: Readonly<Record<string, string>> = {
  'link-name': 'a[href], [role="link"], area[href]',
  'button-name': 'button, [role="button"]',
  'summary-name': 'summary',
  'empty-heading': 'h1, h2, h3, h4, h5, h6, [role="heading"]',
  'empty-table-header': 'th, [role="rowheader"], [role="columnheader"]',
  'role-img-alt': '[role="img"], [role="graphics-document"], [role="graphics-symbol"]',
  'aria-command-name': '[role="menuitem"]',
  'aria-dialog-name': 'dialog, [role="dialog"], [role="alertdialog"]',
  'aria-meter-name': 'meter, [role="meter"], progress, [role="progressbar"]',
  'aria-toggle-field-name':
    '[role="checkbox"], [role="radio"], [role="switch"], [role="option"], [role="tab"], [role="treeitem"]',
  'frame-title': 'iframe[title=""], iframe:not([title])',
};

const fields =
  'input:not([type="hidden"], [type="submit"], [type="button"], [type="reset"]), select, textarea, [role="textbox"], [role="combobox"], [role="listbox"], [role="slider"], [role="spinbutton"]';

/** The text as it is spoken: no marks, no case. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Elements without the name they need, or with one that lacks their seen words (WCAG 1.1.1, 2.4.4, 2.5.3, 4.1.2). */
export function nameFaults(page: Document): Fault[] {
  const nameless = Object.entries(named).flatMap(([rule, selector]) =>
    shown(page, selector)
      .filter((each) => !isSilent(each) && nameOf(each) === '')
      .map((each) => faultAt(rule, each)),
  );
  const pictures = shown(page, 'img')
    .filter((each) => !each.hasAttribute('alt') && givenName(each) === '')
    .map((each) => faultAt('image-alt', each));
  const unlabelled = shown(page, fields)
    .filter((field) => !isSilent(field) && nameOf(field) === '')
    .map((field) => faultAt('label', field));
  const twice = shown(page, fields)
    .filter((field) => labelsOf(field).length > 1 && !field.hasAttribute('aria-labelledby'))
    .map((field) => faultAt('form-field-multiple-labels', field));
  const otherwise = shown(page, '[aria-label], [aria-labelledby]')
    .filter((each) => each.matches('a[href], button, summary, [role="button"], [role="link"]'))
    .filter((each) => !plain(givenName(each)).includes(plain(visibleText(each))))
    .map((each) => faultAt('label-content-name-mismatch', each));
  const redundant = shown(page, 'a[href] img[alt], button img[alt]')
    .filter((image) => {
      const alt = plain(image.getAttribute('alt') ?? '');
      const around = image.closest('a, button');
      return alt !== '' && around !== null && plain(visibleText(around)) === alt;
    })
    .map((image) => faultAt('image-redundant-alt', image));
  return [...nameless, ...pictures, ...unlabelled, ...twice, ...otherwise, ...redundant];
}
