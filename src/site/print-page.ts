/**
 * Prints the page, or shows a message below the button if the frame of the platform forbids printing: without
 * `allow-modals` browsers ignore the call and do not even fire `beforeprint`.
 * @param button has the message in `data-forbidden`
 */
export function printPage(button: HTMLElement): void {
  const begun = new AbortController();
  addEventListener('beforeprint', () => begun.abort(), { once: true });
  print();
  const words = button.dataset['forbidden'];
  if (begun.signal.aborted || words === undefined) return;
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  (button.closest('p') ?? button).after(said);
  said.textContent = words;
  delete button.dataset['forbidden'];
}
