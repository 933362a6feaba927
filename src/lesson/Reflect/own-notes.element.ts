import { notesPrefix } from './notes-prefix.ts';

/**
 * `<own-notes data-key>`: a place to write that keeps what is written on the device, and sends it
 * nowhere. Inside an LMS it is kept until the window is closed only, since the next person at a
 * shared computer opens the same page.
 */
class OwnNotes extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('textarea');
    if (field === null) return;
    const { course, package: standard } = document.documentElement.dataset;
    const key = notesPrefix(String(course)) + String(this.dataset['key']);
    this.hidden = false;
    try {
      const store = standard === undefined ? localStorage : sessionStorage;
      field.value = store.getItem(key) ?? '';
      field.addEventListener('change', () => store.setItem(key, field.value));
    } catch {
      // Storage is refused here: the field still serves to think in.
    }
  }
}

customElements.define('own-notes', OwnNotes);
