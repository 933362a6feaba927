/** Parts of the page of the shell, by id. */
export const element = (id: string): HTMLElement | null => document.getElementById(id);

/** Listens to clicks on a part; does nothing if the page has none of that id. */
export const onClick = (id: string, act: () => void) => element(id)?.addEventListener('click', act);

/** Shows or hides a part; does nothing if the page has none of that id. */
export function show(id: string, isShown: boolean) {
  const found = element(id);
  if (found) found.hidden = !isShown;
}

/** Of several texts marked `data-<name>="value"`, shows the one with the given value. */
export function choose(place: Element | null, name: string, value: string) {
  for (const text of place?.querySelectorAll<HTMLElement>(`[data-${name}]`) ?? [])
    text.hidden = text.dataset[name] !== value;
}
