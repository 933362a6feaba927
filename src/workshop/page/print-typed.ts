/**
 * Puts what was typed on paper in full: a field of several lines prints no more than it shows. While the page
 * is printed each is followed by its text, and `workshop.print.css` leaves the field out.
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
