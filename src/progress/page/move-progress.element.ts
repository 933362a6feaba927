import type { Attempt } from '../attempt.ts';
import { readShortCode, shortCode } from '../short-code.ts';
import { day } from '../../site/day.ts';
import { importProgress } from '../import-progress.ts';
import type { Gain } from '../slices/copies/copied-slice.ts';
import { progressFile, readProgressFile } from '../progress-file.ts';
import { carriedBy, progressLink, readLink } from '../progress-link.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { onSend } from '../../site/on-send.ts';
import { saveFile } from '../../site/save-file.ts';
import { today } from '../../site/today.ts';
import { type KeptThings, loadThings } from '../../kept/page/things-file.ts';
import { recorder } from './page-recorder.ts';
import { loadQr } from './qr-file.ts';
import { loadStructure, type StructureFile } from './structure-file.ts';

/** Imported progress, or why it is rejected: the name of a problem and the values for its message. */
type Brought =
  | {
      readonly attempt: Attempt;
      readonly version?: string;
      readonly date?: string;
      readonly kept?: KeptThings;
    }
  | { readonly problem: string; readonly values?: Readonly<Record<string, string | number>> };

/** `<move-progress>`: exports the learner's progress, and imports it after asking. */
class MoveProgress extends HTMLElement {
  #brought: Attempt | undefined;
  #broughtThings: KeptThings | undefined;

  connectedCallback() {
    if (!recorder.replace && !recorder.change) return;
    this.hidden = false;
    for (const line of this.querySelectorAll<HTMLElement>('[data-policy]'))
      line.hidden = line.dataset['policy'] !== recorder.importPolicy;
    part(this, 'bring').hidden = recorder.importPolicy === 'none';
    // A link to a page inside an LMS or on a disk does not work on another device.
    part(this, 'online').hidden =
      recorder.place !== 'browser' || !location.protocol.startsWith('http');
    part(this, 'save').addEventListener('click', () => void this.#save());
    part(this, 'make-link').addEventListener('click', () => void this.#showLink());
    part(this, 'copy').addEventListener('click', () => void this.#copy());
    this.querySelector('[data-part="make-code"]')?.addEventListener(
      'click',
      () => void this.#showCode(),
    );

    const file = this.querySelector('#move-file') as HTMLInputElement;
    file.addEventListener('change', () => {
      const [chosen] = file.files ?? [];
      if (chosen) void this.#read(chosen);
      // Allows the same file to be chosen again after it was corrected.
      file.value = '';
    });
    onSend(part(this, 'typed') as HTMLFormElement, () => {
      void this.#readTyped(this.#field('#move-typed').value);
    });
    part(this, 'take').addEventListener('click', () => void this.#take());
    part(this, 'leave').addEventListener('click', () => this.#answer('left'));
    addEventListener('hashchange', () => void this.#readAddress());
    void this.#readAddress();
    // What is shown to take along must be what there is; time alone goes on while somebody copies it.
    let shown = doneIn(recorder.attempt);
    recorder.subscribe(() => {
      const done = doneIn(recorder.attempt);
      if (done === shown) return;
      shown = done;
      part(this, 'link').hidden = true;
      const code = this.querySelector<HTMLElement>('[data-part="code"]');
      if (code) code.hidden = true;
    });
  }

  async #save() {
    const { id = '', version = '' } = this.dataset;
    const date = today();
    const kept = await loadThings(String(this.dataset['things'])).then(
      (things) => things.take(recorder.learnerKey),
      () => undefined,
    );
    const text = progressFile({ id, version }, recorder.attempt, date, kept);
    saveFile(`${id}-${date}.json`, 'application/json', text);
  }

  async #showLink() {
    const file = await this.#structure();
    if (!file) return;
    const link = progressLink(location.href, recorder.attempt, file.structure);
    const field = this.#field('#move-link');
    field.value = link;
    part(this, 'link').hidden = false;
    const { clientWidth } = part(this, 'qr');
    field.focus();
    field.select();
    try {
      const draw = await loadQr(String(this.dataset['drawer']));
      part(this, 'qr').replaceChildren(draw(link, String(this.dataset['qr']), clientWidth));
    } catch {
      // The link can still be copied without the QR code.
      part(this, 'qr').replaceChildren();
    }
  }

  async #copy() {
    const field = this.#field('#move-link');
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      this.#say(this.dataset['copied']);
    } catch {
      // Refused, or no such thing on plain http: the text is selected, and the keyboard copies it.
      field.focus();
    }
  }

  async #showCode() {
    const file = await this.#structure();
    if (!file) return;
    const code = part(this, 'code');
    code.textContent = shortCode(recorder.attempt, file.structure, wordsOf(file)).join(' ');
    code.hidden = false;
    code.focus();
  }

  async #read(chosen: File) {
    const text = await chosen.text().catch(() => '');
    this.#consider(readProgressFile(text, String(document.documentElement.dataset['course'])));
  }

  async #readAddress() {
    const carried = carriedBy(location.hash);
    if (carried === undefined) return;
    // The link is read once: a reload must not import it again, nor the history keep it.
    history.replaceState(history.state, '', location.pathname + location.search);
    await this.#readCarried(carried);
  }

  async #readTyped(text: string) {
    const carried = carriedBy(text);
    if (carried !== undefined) return this.#readCarried(carried);
    if (text.trim() === '') return this.#answer('empty');
    const file = await this.#structure();
    if (!file) return;
    const words = wordsOf(file);
    if (words.length === 0) return this.#consider({ problem: 'foreign' });
    const read = readShortCode(text, file.structure, words);
    if ('attempt' in read) return this.#consider(read);
    const { rule, ...values } = read.problem;
    this.#consider({ problem: `code-${rule}`, values });
  }

  async #readCarried(carried: string) {
    const file = await this.#structure();
    if (file) this.#consider(readLink(carried, file.structure, file.earlier));
  }

  /** Asks before changing anything, because a link may come from somebody else. */
  #consider(brought: Brought) {
    if (recorder.importPolicy === 'none')
      return this.#say(this.querySelector('[data-policy="none"]')?.textContent);
    if ('problem' in brought) {
      this.#hideQuestion();
      const sentence = this.querySelector(`[data-problem="${brought.problem}"]`)?.textContent;
      return this.#say(interpolate(sentence, brought.values ?? {}));
    }
    const { attempt, gain } = importProgress(
      recorder.attempt,
      brought.attempt,
      recorder.importPolicy,
    );
    const { kept } = brought;
    if (gain === undefined && !kept && attempt.track === recorder.attempt.track)
      return this.#answer('gone');
    this.#say('');
    this.#brought = brought.attempt;
    this.#broughtThings = kept;
    for (const line of this.querySelectorAll<HTMLElement>('[data-gain]')) {
      const count = gain?.[line.dataset['gain'] as keyof Gain] ?? 0;
      line.textContent = interpolate('{count}', { count });
      const item = line.closest('li');
      if (item) item.hidden = count === 0;
    }
    const { date, version } = brought;
    part(this, 'made').textContent =
      date && version ? interpolate(this.dataset['made'], { date: written(date), version }) : '';
    part(this, 'ask').hidden = false;
    this.querySelector<HTMLElement>('#move-ask')?.focus();
  }

  async #take() {
    const brought = this.#brought;
    if (brought) {
      if ((await recorder.replace?.(brought)) === false)
        return this.#consider({ problem: 'unavailable' });
      recorder.change?.((attempt) => importProgress(attempt, brought, 'all').attempt);
    }
    const kept = this.#broughtThings;
    const isKept =
      !kept ||
      (await loadThings(String(this.dataset['things'])).then(
        (things) => things.bring(recorder.learnerKey, kept),
        () => false,
      ));
    this.#answer(isKept ? 'done' : 'ownRefused');
  }

  /** Closes the question with a sentence, and puts the reader at it. */
  #answer(sentence: 'done' | 'left' | 'gone' | 'empty' | 'ownRefused') {
    const hadQuestion = !part(this, 'ask').hidden;
    this.#hideQuestion();
    this.#say(this.dataset[sentence]);
    if (hadQuestion) this.#field('#move-typed').focus();
  }

  #hideQuestion() {
    this.#brought = undefined;
    this.#broughtThings = undefined;
    part(this, 'ask').hidden = true;
  }

  #say(sentence: string | undefined) {
    part(this, 'said').textContent = sentence ?? '';
  }

  async #structure(): Promise<StructureFile | undefined> {
    try {
      return await loadStructure(String(this.dataset['structure']));
    } catch {
      this.#consider({ problem: 'unavailable' });
      return undefined;
    }
  }

  #field(selector: string) {
    return this.querySelector(selector) as HTMLTextAreaElement;
  }
}

const doneIn = (attempt: Attempt) => JSON.stringify({ ...attempt, seconds: 0 });

const wordsOf = ({ words }: StructureFile) => words.split(' ').filter((word) => word !== '');

/** A date as readers of the page's language write it; as it stands where it is none. */
const written = (date: string): string =>
  Number.isNaN(Date.parse(date)) ? date : day(document.documentElement.lang, date);

customElements.define('move-progress', MoveProgress);
