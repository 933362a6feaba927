import { blankLabel } from './blank-label.ts';
import { notesPrefix } from '../../kept/notes-prefix.ts';

const seen = new Map<string, number>();

/** Adds a number to the label, to distinguish lines of a card with the same label. */
function nth(label: string): string {
  const count = (seen.get(label) ?? 0) + 1;
  seen.set(label, count);
  return count === 1 ? label : `${label} ${count}`;
}

/**
 * `<fill-in>`: a fillable line of a card. Entries are stored on the device, sent nowhere, and printed; `data-key` names
 * a line that all cards share. Inside an LMS entries are kept only until the window closes, because the next person at
 * a shared computer opens the same page.
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
    // A field prints only one line, so longer text prints from this element.
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
// The note on where entries are stored shows once the fields work.
if (kept) kept.hidden = false;

/** Replaces the note on storage with the message that entries cannot be stored; they can still be printed. */
function sayRefused() {
  if (kept === null) return;
  kept.setAttribute('role', 'alert');
  kept.textContent = kept.dataset['refused'] ?? '';
}

customElements.define('fill-in', FillIn);
