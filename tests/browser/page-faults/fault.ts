/** A fault of a page, told as axe tells it: the id of axe's rule and the place. */
export type Fault = string;

export const faultAt = (rule: string, place: Element): Fault =>
  `${rule}: ${place.outerHTML.slice(0, 160)}`;

/** Elements of the page that a selector finds and a reader can come to, in document order. */
export const shown = (page: ParentNode, selector: string): Element[] =>
  [...page.querySelectorAll(selector)].filter(isShown);

const canLayOut = 'Element' in globalThis && 'checkVisibility' in Element.prototype;

/** Whether an element takes part in the page. jsdom, which lays nothing out, knows only what is written. */
export const isShown = (element: Element): boolean =>
  canLayOut
    ? element.checkVisibility({ visibilityProperty: true })
    : element.closest('[hidden]') === null;

/** Whether a screen reader is kept from an element. */
export const isSilent = (element: Element): boolean =>
  element.closest('[aria-hidden="true"]') !== null;

/** Elements that the Tab key reaches. */
export const reachable =
  'a[href], button:not([disabled]), input:not([disabled], [type="hidden"]), select:not([disabled]), textarea:not([disabled]), summary, iframe, [tabindex]:not([tabindex^="-"]), [contenteditable="true"]';
