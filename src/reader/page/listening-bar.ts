import { element } from '../../site/element.ts';
import { numberFormat } from '../../site/number-format.ts';
import type { Voice } from '../voices.ts';
import type { Words } from './words.ts';

/** Callbacks of the buttons and lists of the bar. */
interface Acts {
  play(): void;
  back(): void;
  next(): void;
  stop(): void;
  rate(rate: number): void;
  voice(voice: string): void;
}

interface Offered {
  readonly rate: number;
  readonly rates: readonly number[];
  readonly voice: string;
  readonly voices: readonly Voice[];
}

/** The bar at the foot of the window while the page is read aloud. */
export class ListeningBar {
  readonly #words: Words;
  readonly #acts: Acts;
  readonly #play: HTMLButtonElement;
  readonly #said = element('p', 'small');
  readonly #lists = element('div', 'lists');
  readonly #bar: HTMLElement;
  #opener: Element | null = null;

  constructor(words: Words, acts: Acts) {
    this.#words = words;
    this.#acts = acts;
    this.#play = button(words('pause'), () => acts.play());
    const back = button(words('back'), () => acts.back());
    back.setAttribute('aria-label', words('sentenceBack'));
    const next = button(words('next'), () => acts.next());
    next.setAttribute('aria-label', words('sentenceNext'));
    const stop = button(words('stop'), () => acts.stop());
    this.#said.setAttribute('role', 'status');
    this.#bar = element('section', 'listening', this.#play, back, next, stop, this.#lists);
    this.#bar.append(this.#said);
    this.#bar.setAttribute('aria-label', words('aloud'));
  }

  get isOpen(): boolean {
    return this.#bar.isConnected;
  }

  get height(): number {
    return this.#bar.offsetHeight;
  }

  open({ rate, rates, voice, voices }: Offered): void {
    const { activeElement } = document;
    if (!this.isOpen) this.#opener = activeElement;
    const speeds = rates.map((each) => ({
      value: String(each),
      text: `${numberFormat.format(each)} ×`,
    }));
    this.#lists.replaceChildren(
      list(this.#words('speed'), speeds, String(rate), (value) => this.#acts.rate(Number(value))),
    );
    if (voices.length > 1)
      this.#lists.append(
        list(
          this.#words('voice'),
          voices.map(({ voiceURI, name, localService }) => ({
            value: voiceURI,
            text: localService ? name : this.#words('network', { name }),
          })),
          voice,
          (value) => this.#acts.voice(value),
        ),
      );
    document.body.append(this.#bar);
    // Keeps the focused element clear of the bar.
    document.documentElement.style.scrollPaddingBlockEnd = `${this.height}px`;
    this.#play.focus({ preventScroll: true });
  }

  close(): void {
    const hadFocus = this.#bar.contains(document.activeElement);
    this.#bar.remove();
    document.documentElement.style.scrollPaddingBlockEnd = '';
    if (hadFocus && this.#opener instanceof HTMLElement) this.#opener.focus();
  }

  /** @param said name of the message to announce; undefined if there is nothing to announce */
  show(isSpeaking: boolean, said?: string): void {
    this.#play.textContent = this.#words(isSpeaking ? 'pause' : 'play');
    this.#said.textContent = said === undefined ? '' : this.#words(said);
  }
}

function button(name: string, act: () => void): HTMLButtonElement {
  const made = element('button', 'quiet', name);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

function list(
  name: string,
  options: readonly { readonly value: string; readonly text: string }[],
  chosen: string,
  act: (value: string) => void,
): HTMLLabelElement {
  const select = element('select', '');
  for (const { value, text } of options) select.append(new Option(text, value));
  if (options.some(({ value }) => value === chosen)) select.value = chosen;
  select.addEventListener('change', () => act(select.value));
  return element('label', 'small', name, ' ', select);
}
