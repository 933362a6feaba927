/**
 * Moves the focus, and waits until the browser has told assistive technology. The caller then hides what had the focus
 * before: a screen reader whose focused element disappears may not announce the next one, and reads on from the top of
 * the page (Orca 43 with Firefox).
 */
export async function focusFirst(target: HTMLElement): Promise<void> {
  target.focus({ preventScroll: true });
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
