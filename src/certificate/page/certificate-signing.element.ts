import type { BadgeWords } from '../badge.ts';
import { type CertifiedFacts, verificationCode } from '../verification-code.ts';
import { type IssuerKey, readIssuerKey } from '../signed/issuer.ts';
import { signCertificate } from '../signed/sign-certificate.ts';
import { type ListProblem, readSigningList, type SignedCourse } from '../signed/signing-list.ts';
import { fileProblem } from './file-problem.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { fileNamePart, saveFile } from '../../site/save-file.ts';
import { today } from '../../site/today.ts';

const { lang, dataset: page } = document.documentElement;
const type = 'application/jwt';

interface Signed {
  readonly name: string;
  readonly token: string;
}

/**
 * `<certificate-signing>`: signs the certificates of a list or of badge files with the key of an institute. The key is
 * read when the button is pressed, and never stored.
 */
class CertificateSigning extends HTMLElement {
  #signed: readonly Signed[] = [];

  connectedCallback() {
    if (!isSecureContext) return;
    this.hidden = false;
    this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    part(this, 'sign').addEventListener('click', () => void this.#sign());
    part(this, 'save-all').addEventListener('click', () =>
      saveFile(`signed-certificates-${today()}.txt`, 'text/plain', this.#text),
    );
  }

  get #course(): SignedCourse {
    return {
      id: String(page['course']),
      version: String(this.dataset['version']),
      masteryScore: Number(this.dataset['mastery']),
      tracks: JSON.parse(String(this.dataset['tracks'])) as SignedCourse['tracks'],
    };
  }

  get #text(): string {
    return this.#signed.map(({ token }) => `${token}\n`).join('');
  }

  async #sign() {
    const key = await this.#key();
    if (typeof key === 'string') return this.#say(key);
    const files = this.#files('#list-files');
    if (files.length === 0) return this.#say(this.dataset['needLists']);
    const course = this.#course;
    const signed: Signed[] = [];
    const refused: string[] = [];
    for (const file of files)
      for (const entry of readSigningList(await file.text().catch(() => ''), course)) {
        if ('problem' in entry) refused.push(this.#problem(entry.problem, file.name, entry.line));
        else signed.push(await this.#signOne(entry.facts, key, course));
      }
    this.#signed = signed;
    this.#show(refused);
  }

  /** The signing key, or a message if there is none. */
  async #key(): Promise<IssuerKey | string> {
    const [file] = this.#files('#key-file');
    if (file === undefined) return String(this.dataset['needKey']);
    try {
      return readIssuerKey(await file.text());
    } catch (error) {
      const { badKey = '', badKeyFile = '' } = this.dataset;
      return fileProblem(error, file.name, { field: badKey, whole: badKeyFile });
    }
  }

  async #signOne(facts: CertifiedFacts, key: IssuerKey, course: SignedCourse): Promise<Signed> {
    const words = JSON.parse(String(this.dataset['badge'])) as Omit<BadgeWords, 'issuer'>;
    const track = course.tracks.find(({ id }) => id === facts.track)?.title ?? facts.track;
    const token = await signCertificate(
      facts,
      {
        ...words,
        issuer: key.issuer.name,
        description: interpolate(words.description, { issuer: key.issuer.name }),
        criteria: interpolate(words.criteria, { track }),
        narrative: interpolate(words.narrative, { number: verificationCode(facts) }),
      },
      key,
      {
        date: today(),
        uuid: crypto.randomUUID(),
        language: lang,
        masteryScore: course.masteryScore,
      },
    );
    return { name: facts.name, token };
  }

  #problem(problem: ListProblem, file: string, line: number): string {
    const words = JSON.parse(String(this.dataset['problems'])) as Record<ListProblem, string>;
    return interpolate(words[problem], { file, line });
  }

  #show(refused: readonly string[]) {
    this.#say(interpolate(this.dataset['count'], { count: this.#signed.length }));
    const line = (words: string) => {
      const item = document.createElement('li');
      item.textContent = words;
      return item;
    };
    part(this, 'refused').replaceChildren(...refused.map(line));
    part(this, 'made').hidden = this.#signed.length === 0;
    part(this, 'signed').replaceChildren(...this.#signed.flatMap((one) => this.#row(one)));
    (part(this, 'tokens') as HTMLTextAreaElement).value = this.#text;
  }

  #row({ name, token }: Signed): HTMLElement[] {
    const row = this.querySelector('template')?.content.firstElementChild?.cloneNode(true);
    if (!(row instanceof HTMLElement)) return [];
    part(row, 'name').textContent = name;
    const button = row.querySelector('button');
    button?.setAttribute('aria-label', interpolate(button.dataset['words'], { name }));
    const file = fileNamePart(name) || 'learner';
    button?.addEventListener('click', () => saveFile(`certificate-${file}.jwt`, type, token));
    return [row];
  }

  #say(words: string | undefined) {
    part(this, 'said').textContent = words ?? '';
    part(this, 'refused').replaceChildren();
  }

  #files(selector: string): readonly File[] {
    return [...(this.querySelector<HTMLInputElement>(selector)?.files ?? [])];
  }
}

customElements.define('certificate-signing', CertificateSigning);
