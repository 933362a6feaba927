import '../../site/look.ts';

// The buttons that print need this script, so they are hidden without it.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
