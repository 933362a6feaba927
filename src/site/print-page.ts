/**
 * Prints the page, or says below the button that the frame of the platform forbids it: without
 * `allow-modals` a browser does nothing, and not even `beforeprint` comes.
 * @param button holds what to say in `data-forbidden`
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
