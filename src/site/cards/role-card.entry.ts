import { printPage } from '../print-page.ts';
import './fill-in.element.ts';

// The card of a role belongs to no track and is not recorded: it is printed and written on.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => printPage(button));
}
