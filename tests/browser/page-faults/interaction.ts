import { type Fault, faultAt, isShown, reachable, shown } from './fault.ts';

/** Roles whose content is told as one text, so that nothing in it can be worked. */
const whole = [
  'button',
  'checkbox',
  'img',
  'meter',
  'option',
  'progressbar',
  'radio',
  'switch',
  'tab',
];
const wholes = ['a[href]', 'button', ...whole.map((role) => `[role="${role}"]`)].join();

/** Keyboard faults: nested or silent controls, tab order, access keys, scrolling (WCAG 2.1.1, 2.4.3, 4.1.2). */
export function interactionFaults(page: Document): Fault[] {
  const holds = (element: Element) => [...element.querySelectorAll(reachable)].some(isShown);
  const nested = shown(page, wholes)
    .filter(holds)
    .map((each) => faultAt('nested-interactive', each));
  const silent = shown(page, '[aria-hidden="true"]')
    .filter((each) => each.matches(reachable) || holds(each))
    .map((each) => faultAt('aria-hidden-focus', each));
  const ordered = [...page.querySelectorAll('[tabindex]')]
    .filter((each) => Number(each.getAttribute('tabindex')) > 0)
    .map((each) => faultAt('tabindex', each));
  const keys = Map.groupBy(page.querySelectorAll('[accesskey]'), (each) =>
    each.getAttribute('accesskey'),
  );
  const sameKey = [...keys.values()].flatMap(([, ...others]) =>
    others.map((each) => faultAt('accesskeys', each)),
  );
  const scrolls = [...page.querySelectorAll('body *')]
    .filter(
      (each) =>
        (each.scrollWidth > each.clientWidth + 14 && isScrolled(each, 'overflowX')) ||
        (each.scrollHeight > each.clientHeight + 14 && isScrolled(each, 'overflowY')),
    )
    .filter((each) => !each.matches(reachable) && !holds(each))
    .map((each) => faultAt('scrollable-region-focusable', each));
  return [...nested, ...silent, ...ordered, ...sameKey, ...scrolls];
}

const isScrolled = (element: Element, way: 'overflowX' | 'overflowY') =>
  /^(?:auto|scroll)$/.test(element.ownerDocument.defaultView?.getComputedStyle(element)[way] ?? '');
