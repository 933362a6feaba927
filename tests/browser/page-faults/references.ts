import { type Fault, faultAt, shown } from './fault.ts';

const pointing = [
  ...['aria-labelledby', 'aria-describedby', 'aria-details', 'aria-owns', 'aria-controls'],
  ...['aria-activedescendant', 'aria-errormessage', 'aria-flowto', 'for', 'headers', 'list'],
];

/** Ids that stand twice, and attributes and links that name an id which is not on the page (WCAG 1.3.1, 4.1.2). */
export function referenceFaults(page: Document): Fault[] {
  const ids = new Set<string>();
  const twice: Fault[] = [];
  for (const element of page.querySelectorAll('[id]')) {
    if (ids.has(element.id)) twice.push(faultAt('duplicate-id-aria', element));
    ids.add(element.id);
  }
  const missing = pointing.flatMap((name) =>
    [...page.querySelectorAll(`[${name}]`)]
      .filter((element) =>
        (element.getAttribute(name) ?? '').split(/\s+/).some((id) => id !== '' && !ids.has(id)),
      )
      .map((element) => faultAt('aria-valid-attr-value', element)),
  );
  const astray = shown(page, 'a[href^="#"]')
    .filter((link) => {
      const id = decodeURIComponent((link.getAttribute('href') ?? '').slice(1));
      return id !== '' && !ids.has(id);
    })
    .map((link) => faultAt('skip-link', link));
  return [...twice, ...missing, ...astray];
}
