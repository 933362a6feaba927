/**
 * Turns each term on the page into a button that explains it in place. A term that is not in the list "Terms on
 * this page" stays a link to the glossary.
 * @param loadExplain loads the explanations; if it fails, a term links to the glossary
 */
export function meetTerms(
  loadExplain: () => Promise<((term: HTMLAnchorElement) => void) | undefined>,
): void {
  for (const term of document.querySelectorAll<HTMLAnchorElement>('a.term')) {
    if (!document.querySelector(`.terms dt [href$="${term.hash}"]`)) continue;
    term.setAttribute('role', 'button');
    term.setAttribute('aria-expanded', 'false');
    term.onclick = () => {
      void loadExplain().then((explain) => (explain ? explain(term) : location.assign(term.href)));
      return false;
    };
    // A button answers to the space bar as well.
    term.onkeydown = ({ key }) => {
      if (key !== ' ') return true;
      term.click();
      return false;
    };
  }
}
