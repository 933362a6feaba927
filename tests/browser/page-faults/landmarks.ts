import { type Fault, faultAt, isShown, shown } from './fault.ts';
import { givenName } from './name-of.ts';

const sectioning = 'article, aside, main, nav, section';

/** The landmark that an element is (HTML Accessibility API Mappings); nothing where it is none. */
function landmarkOf(element: Element): string | undefined {
  const role = element.getAttribute('role');
  if (role !== null)
    return /^(?:banner|complementary|contentinfo|form|main|navigation|region|search)$/.test(role)
      ? role
      : undefined;
  const isTop = element.parentElement?.closest(sectioning) === null;
  const hasName = givenName(element) !== '';
  switch (element.tagName.toLowerCase()) {
    case 'main':
      return 'main';
    case 'nav':
      return 'navigation';
    case 'search':
      return 'search';
    case 'header':
      return isTop ? 'banner' : undefined;
    case 'footer':
      return isTop ? 'contentinfo' : undefined;
    case 'aside':
      return element.parentElement?.closest('article, aside, nav, section') === null || hasName
        ? 'complementary'
        : undefined;
    case 'section':
      return hasName ? 'region' : undefined;
    case 'form':
      return hasName ? 'form' : undefined;
    default:
      return undefined;
  }
}

/** Elements that may stand outside of all landmarks: dialogs, live regions, and those without content. */
const free =
  'script, style, template, noscript, dialog, [role="dialog"], [role="alert"], [role="alertdialog"], [role="status"], [role="log"], [aria-live]';

/** Content of a node that lies in no landmark. */
function outside(element: Element): Element[] {
  if (landmarkOf(element) !== undefined || element.matches(free) || !isShown(element)) return [];
  if (element.matches('a[href^="#"]')) return [];
  const hasContent =
    element.matches('img, svg, input, button, select, textarea, iframe, video, audio') ||
    [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '');
  return hasContent ? [element] : [...element.children].flatMap(outside);
}

/** Landmarks that are missing, stand in each other, or cannot be told apart, and content in none. */
export function landmarkFaults(page: Document): Fault[] {
  const all = shown(
    page,
    'main, nav, search, header, footer, aside, section, form, [role]',
  ).flatMap((element) => {
    const role = landmarkOf(element);
    return role === undefined ? [] : [{ element, role, name: givenName(element).toLowerCase() }];
  });
  const kinds = Map.groupBy(all, ({ role, name }) => `${role} ${name}`);
  const alike = [...kinds.values()].flatMap(([, ...others]) =>
    others.map(({ element }) => faultAt('landmark-unique', element)),
  );
  const tops = ['banner', 'main', 'contentinfo'].flatMap((role) => {
    const found = all.filter((each) => each.role === role);
    const within = found.filter(({ element }) =>
      all.some((other) => other.element !== element && other.element.contains(element)),
    );
    return [
      ...found.slice(1).map(({ element }) => faultAt(`landmark-no-duplicate-${role}`, element)),
      ...within.map(({ element }) => faultAt(`landmark-${role}-is-top-level`, element)),
    ];
  });
  const none = all.some(({ role }) => role === 'main') ? [] : ['landmark-one-main: no main'];
  return [
    ...none,
    ...alike,
    ...tops,
    ...outside(page.body).map((element) => faultAt('region', element)),
  ];
}
