import { notesPrefix } from '../../kept/notes-prefix.ts';

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
    const prefix = notesPrefix(String(course));
    const key = prefix + String(this.dataset['key']);
    // Version 0.1.0 kept notes by their number on the page, which is sure only where there is one.
    const isAlone = document.querySelectorAll('own-notes').length === 1;
    const former = isAlone ? prefix + String(this.dataset['former']) : key;
    this.hidden = false;
    try {
      const store = standard === undefined ? localStorage : sessionStorage;
      field.value = store.getItem(key) ?? store.getItem(former) ?? '';
      field.addEventListener('change', () => store.setItem(key, field.value));
    } catch {
      // Storage is refused here: the field still serves to think in.
    }
  }
}

customElements.define('own-notes', OwnNotes);
