import type { ReviewUnit } from '../content/reviewing/review-unit.ts';

/** The title of a unit for reviewers, and the page on which it stands; a lesson question has none of its own. */
export function unitPage(
  unit: ReviewUnit,
  language: string,
): { readonly title: string; readonly href?: string } {
  switch (unit.kind) {
    case 'page': {
      const path = unit.file
        .slice(language.length + 1)
        .replace(/^modules\//, '')
        .replace('/lessons/', '/')
        .replace(/\.mdx$/, '.html');
      return { title: unit.title, href: `/${language}/${path}` };
    }
    case 'case':
      return { title: unit.scenario.title, href: `/${language}/cases/${unit.id}.html` };
    case 'term':
      return { title: unit.term.term, href: `/${language}/glossary.html#${unit.term.id}` };
    case 'question':
      return unit.question.use === 'bank'
        ? { title: unit.id, href: `/${language}/${unit.module}/questions.html` }
        : { title: unit.id };
  }
}
