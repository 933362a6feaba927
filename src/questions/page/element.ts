/** An element that holds HTML and elements, in order. */
export function element(name: string, ...content: readonly (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  for (const piece of content)
    if (typeof piece === 'string') made.insertAdjacentHTML('beforeend', piece);
    else made.append(piece);
  return made;
}

/** The HTML inside the first element that fits a selector; empty where there is none. */
export const htmlOf = (within: ParentNode, selector: string): string =>
  within.querySelector(selector)?.innerHTML ?? '';
