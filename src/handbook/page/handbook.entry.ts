import '../../site/look.ts';

// Print buttons need this script, so they are hidden without it.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
