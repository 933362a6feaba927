import '../../site/look.ts';

// What prints the page is shown only where something can be pressed.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
