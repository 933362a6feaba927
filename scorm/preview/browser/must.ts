/** An element of the page. @throws Error if it is missing */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as querySelector has it
export function must<T extends HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`The page has no element ${selector}.`);
  return element;
}
