/** Time in which a card can be looked over, in milliseconds. */
const patience = 3000;

/**
 * Makes fields of the lines of a card, once its reader does something or has had time to look at it: they come late,
 * because the card of a module is full (P52).
 * @param src address of the script that makes them
 */
export function awaitFields(src: string): void {
  const script = document.createElement('script');
  script.src = src;
  const load = () => document.head.append(script);
  // A script that was run does not run again where it is moved.
  for (const act of ['keydown', 'pointerdown', 'scroll'])
    addEventListener(act, load, { once: true });
  setTimeout(load, patience);
}
