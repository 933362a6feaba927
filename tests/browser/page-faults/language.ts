import { type Fault, faultAt } from './fault.ts';

const isTag = (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** A page or a part of it in no language that has a name, and a page without a title (WCAG 2.4.2, 3.1.1, 3.1.2). */
export function languageFaults(page: Document): Fault[] {
  const root = page.documentElement;
  return [
    ...(root.getAttribute('lang') ? [] : ['html-has-lang: the page has none']),
    ...[...page.querySelectorAll('[lang]')]
      .filter((each) => !isTag(each.getAttribute('lang') ?? ''))
      .map((each) => faultAt('valid-lang', each)),
    ...(page.title.trim() === '' ? ['document-title: the page has none'] : []),
  ];
}
