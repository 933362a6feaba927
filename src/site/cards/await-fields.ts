/** Time to look over a card, in milliseconds. */
const patience = 3000;

/**
 * Loads the script that turns lines of a card into fields, on the first interaction or after a delay. The size limit
 * for the page of a module's card leaves no room to load it with the page (P52).
 * @param src address of the script
 */
export function awaitFields(src: string): void {
  const script = document.createElement('script');
  script.src = src;
  const load = () => document.head.append(script);
  // An executed script does not run again when it is moved.
  for (const act of ['keydown', 'pointerdown', 'scroll'])
    addEventListener(act, load, { once: true });
  setTimeout(load, patience);
}
