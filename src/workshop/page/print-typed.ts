/**
 * Prints typed text in full, because a text area prints only its visible lines. While the page is printed, its text
 * follows each text area, and `workshop.print.css` hides the text area.
 */
export function printTyped(page: HTMLElement): void {
  addEventListener('beforeprint', () => {
    clear(page);
    for (const field of page.querySelectorAll('textarea')) {
      const text = document.createElement('div');
      text.className = 'typed';
      text.dir = 'auto';
      text.textContent = field.value;
      field.after(text);
    }
  });
  addEventListener('afterprint', () => clear(page));
}

const clear = (page: HTMLElement) => {
  for (const text of page.querySelectorAll('.typed')) text.remove();
};
