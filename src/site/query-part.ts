/** Finds the element `[data-part="<name>"]`, which a script fills or shows. @throws if there is none */
export function part(of: ParentNode, name: string): HTMLElement {
  const found = of.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (found === null) throw new Error(`the page has no part "${name}"`);
  return found;
}
