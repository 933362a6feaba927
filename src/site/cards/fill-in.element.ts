import { blankLabel } from './blank-label.ts';
import { notesPrefix } from '../../kept/notes-prefix.ts';

const seen = new Map<string, number>();

/** Label with a number, which tells lines of one card apart that ask the same. */
function nth(label: string): string {
  const count = (seen.get(label) ?? 0) + 1;
  seen.set(label, count);
  return count === 1 ? label : `${label} ${count}`;
}

/**
 * `<fill-in>`: a line of a card to write on. What is typed is kept on the device, sent nowhere, and
 * printed; `data-key` names a line that all cards share. Inside an LMS it is kept until
 * the window is closed only, since the next person at a shared computer opens the same page.
 */
class FillIn extends HTMLElement {
  connectedCallback() {
    const label = blankLabel(this);
    const { key: shared } = this.dataset;
    const key = shared ?? nth(label);
    const field = document.createElement('input');
    field.type = 'text';
    field.autocomplete = 'off';
    field.setAttribute('aria-label', label);
    // A field prints one line only; what is longer than the line prints from here.
    const printed = document.createElement('span');
    printed.className = 'printed';
    printed.setAttribute('aria-hidden', 'true');
    this.replaceChildren(field, printed);

    const { course, package: standard } = document.documentElement.dataset;
    const page =
      shared === undefined ? this.closest<HTMLElement>('[data-page]')?.dataset['page'] : 'all';
    const name = `${notesPrefix(String(course))}card.${String(page)}.${key}`;
    const show = () => {
      printed.textContent = field.value;
    };
    const store = () => (standard === undefined ? localStorage : sessionStorage);
    try {
      field.value = store().getItem(name) ?? '';
    } catch {
      sayRefused();
    }
    field.addEventListener('input', () => {
      show();
      try {
        if (field.value === '') store().removeItem(name);
        else store().setItem(name, field.value);
      } catch {
        sayRefused();
      }
    });
    show();
  }
}

const kept = document.querySelector<HTMLElement>('.card-kept');
// The note on where entries are kept shows once something can be typed.
if (kept) kept.hidden = false;

/** Storage is refused or full here: what is typed still prints, and the card promises nothing else. */
function sayRefused() {
  if (kept === null) return;
  kept.setAttribute('role', 'alert');
  kept.textContent = kept.dataset['refused'] ?? '';
}

customElements.define('fill-in', FillIn);
