/** The link to a lesson, a case, a module or the final, in the lists of the page. */
export const linkTo = (id = ''): HTMLAnchorElement | null | undefined =>
  document
    .querySelector(
      ['lesson', 'case', 'final', 'module']
        .map((part) => `[data-${part}="${CSS.escape(id)}"]`)
        .join(),
    )
    ?.closest('li, div, section')
    ?.querySelector('a');
