import { interpolate } from '../../../site/interpolate.ts';
import { part } from '../../../site/query-part.ts';

/** `<noise-version>`: shows the code of a decision. It sends and stores nothing. */
class NoiseVersion extends HTMLElement {
  connectedCallback() {
    const said = part(this, 'code');
    this.addEventListener('change', () => {
      const code = this.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
      said.textContent = interpolate(said.dataset['words'], { code });
    });
  }
}

customElements.define('noise-version', NoiseVersion);
