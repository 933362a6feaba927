import { type Issuer, readIssuer } from '../signed/issuer.ts';
import { type StatedFacts, verify, type Verdict } from '../signed/verify.ts';
import { fileProblem } from './file-problem.ts';
import { day } from '../../site/day.ts';
import { interpolate } from '../../site/interpolate.ts';
import { formatPercent } from '../../site/number-format.ts';
import { part } from '../../site/query-part.ts';

const { lang } = document.documentElement;

/**
 * `<signed-verification>`: verifies a signed certificate against the issuer of the site, or against an issuer file
 * chosen by the reader. It never trusts the key inside the certificate.
 */
class SignedVerification extends HTMLElement {
  connectedCallback() {
    if (!isSecureContext) {
      part(document, 'insecure').hidden = false;
      return;
    }
    this.hidden = false;
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => event.preventDefault());
    // A result must not outlive the selection it belongs to.
    form?.addEventListener('input', () => this.#clear());
    part(this, 'verify').addEventListener('click', () => void this.#verify());
  }

  async #verify() {
    this.#clear();
    const issuer = await this.#issuer();
    if (typeof issuer === 'string') return this.#say(issuer);
    const [file] = this.#files('#signed-file');
    const typed = this.querySelector<HTMLTextAreaElement>('#signed-text')?.value ?? '';
    const text = file ? await file.text().catch(() => '') : typed;
    if (text.trim() === '') return this.#say(this.dataset['needCertificate']);
    this.#show(await verify(text, issuer), issuer);
  }

  /** The issuer from the selected file, or else that of the site; a message if there is neither. */
  async #issuer(): Promise<Issuer | string> {
    const [file] = this.#files('#issuer-file');
    const issuerText = this.dataset['issuer'];
    if (file === undefined)
      return issuerText === undefined ? String(this.dataset['needIssuer']) : readIssuer(issuerText);
    try {
      return readIssuer(await file.text());
    } catch (error) {
      const { badIssuer, badIssuerFile, privateIssuer } = this.dataset;
      const words = { field: badIssuer, whole: badIssuerFile, private: privateIssuer };
      return fileProblem(error, file.name, words as Record<keyof typeof words, string>);
    }
  }

  #show(verdict: Verdict, issuer: Issuer) {
    const line = this.querySelector<HTMLElement>(`[data-verdict="${verdict.result}"]`);
    const words = line?.querySelector('strong');
    if (!line || !words) return;
    const on = verdict.result === 'revoked' ? day(lang, verdict.on) : '';
    words.textContent = interpolate(line.dataset['words'], { issuer: issuer.name, date: on });
    line.hidden = false;
    if (!('facts' in verdict)) return;
    part(this, 'facts').hidden = false;
    for (const place of this.querySelectorAll<HTMLElement>('[data-fact]'))
      place.textContent = written(verdict.facts, place.dataset['fact'] as keyof StatedFacts);
    const asOf = part(this, 'as-of');
    asOf.textContent = interpolate(asOf.dataset['words'], {
      date: day(lang, issuer.revoked.asOf),
    });
  }

  #clear() {
    this.#say('');
    part(this, 'facts').hidden = true;
    for (const line of this.querySelectorAll<HTMLElement>('[data-verdict]')) line.hidden = true;
  }

  #say(words: string | undefined) {
    part(this, 'said').textContent = words ?? '';
  }

  #files(selector: string): readonly File[] {
    return [...(this.querySelector<HTMLInputElement>(selector)?.files ?? [])];
  }
}

function written(facts: StatedFacts, fact: keyof StatedFacts): string {
  const value = facts[fact];
  if (fact === 'date' || fact === 'signedOn') return day(lang, value);
  return fact === 'score' ? formatPercent(Number(value) / 100) : value;
}

customElements.define('signed-verification', SignedVerification);
