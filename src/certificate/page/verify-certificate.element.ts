import { fitsCode } from '../verification-code.ts';
import { onSend } from '../../site/on-send.ts';
import { part } from '../../site/query-part.ts';

/** `<verify-certificate>`: checks a verification code against facts typed from a certificate. */
class VerifyCertificate extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    const form = this.querySelector('form');
    if (form === null) return;
    onSend(form, () => {
      const typed = new FormData(form);
      const field = (name: string) => {
        const value = typed.get(name);
        return typeof value === 'string' ? value.trim() : '';
      };
      const facts = {
        name: field('name'),
        course: String(document.documentElement.dataset['course']),
        version: field('version'),
        date: field('date'),
        score: Number(field('score')),
        track: field('track'),
      };
      const fits = fitsCode(facts, field('number'));
      part(this, 'fits').hidden = !fits;
      part(this, 'fits-not').hidden = fits;
    });
    // A result must not outlive the text it belongs to.
    form.addEventListener('input', () => {
      part(this, 'fits').hidden = true;
      part(this, 'fits-not').hidden = true;
    });
  }
}

customElements.define('verify-certificate', VerifyCertificate);
