import type { Kept } from '../../kept/kept.ts';
import { type Choices, rates } from '../choices.ts';
import { heard, silence, type Speech, type SpeechEvent } from '../speech.ts';
import { type Utterance, utterancesOf } from '../utterances.ts';
import { voiceOf, voicesFor } from '../voices.ts';
import { ListeningBar } from './listening-bar.ts';
import { rangesOf, spokenBlocks } from './spoken-blocks.ts';
import type { Words } from './words.ts';

const { lang } = document.documentElement;
const main = document.querySelector<HTMLElement>('main');

/** Reads the page aloud with a voice of the device or browser (Web Speech API). */
export class Listening {
  readonly #kept: Kept<Choices>;
  readonly #bar: ListeningBar;
  #speech: Speech = silence;
  #utterances: readonly Utterance[] = [];
  /**
   * Keeps a reference to the current utterance: Chrome collects an unreferenced one and never fires its `end` event.
   */
  #said: SpeechSynthesisUtterance | undefined;

  constructor(words: Words, kept: Kept<Choices>) {
    this.#kept = kept;
    this.#bar = new ListeningBar(words, {
      play: () => this.#hear({ type: this.#speech.status === 'speaking' ? 'pause' : 'play' }),
      back: () => this.#hear({ type: 'back' }),
      next: () => this.#hear({ type: 'next' }),
      stop: () => this.#stop(),
      rate: (rate) => this.#choose({ rate }),
      voice: (voice) => this.#choose({ voice }),
    });
    // Speech continues after the page is unloaded unless it is stopped.
    addEventListener('pagehide', () => this.#stop());
    this.#followScenes();
  }

  /**
   * Whether a voice for the page's language is installed. Browsers may report voices only after the page has loaded.
   */
  get isPossible(): boolean {
    return main !== null && voicesFor(installed(), lang).length > 0;
  }

  /** Whether the current voice sends the text of the page to a remote service. */
  get isRemote(): boolean {
    return this.#voice?.localService === false;
  }

  get #voice(): SpeechSynthesisVoice | undefined {
    return voiceOf(installed(), lang, this.#kept.value.voice);
  }

  /** Calls the listener when the list of voices changes. */
  onVoices(listener: () => void): void {
    if ('speechSynthesis' in window) speechSynthesis.addEventListener('voiceschanged', listener);
  }

  /** Starts reading at the first utterance visible in the window. */
  start(): void {
    this.#cut();
    const seen = this.#utterances.findIndex(
      (utterance) => (this.#ranges(utterance)[0]?.getBoundingClientRect().bottom ?? -1) > 0,
    );
    this.#bar.open({ ...this.#kept.value, rates, voices: voicesFor(installed(), lang) });
    this.#hear({ type: 'from', at: Math.max(0, seen) });
  }

  #cut() {
    const texts = main ? spokenBlocks(main).map(({ text }) => text) : [];
    this.#utterances = utterancesOf(texts, lang);
  }

  #stop() {
    if (!this.#bar.isOpen) return;
    this.#hear({ type: 'stop' });
    this.#bar.close();
  }

  #choose(choice: Partial<Choices>) {
    this.#kept.change((all) => ({ ...all, ...choice }));
    if (this.#speech.status === 'speaking') this.#hear({ type: 'from', at: this.#speech.at });
  }

  #hear(event: SpeechEvent) {
    const before = this.#speech;
    this.#speech = heard(before, event, this.#utterances.length);
    const { status, turn } = this.#speech;
    if (status === 'speaking') {
      if (turn !== before.turn) this.#speak();
    } else if (before.status === 'speaking') speechSynthesis.cancel();
    const isAtEnd = event.type === 'ended' && status === 'stopped' && before.status !== status;
    this.#bar.show(
      status === 'speaking',
      event.type === 'failed' ? 'failed' : isAtEnd ? 'atEnd' : undefined,
    );
    this.#mark();
  }

  #speak() {
    const { at, turn } = this.#speech;
    const said = new SpeechSynthesisUtterance(this.#utterances[at]?.text);
    said.lang = lang;
    said.voice = this.#voice ?? null;
    said.rate = this.#kept.value.rate;
    said.onend = () => this.#hear({ type: 'ended', turn });
    said.onerror = () => this.#hear({ type: 'failed', turn });
    this.#said = said;
    if (!speechSynthesis.speaking && !speechSynthesis.pending) {
      speechSynthesis.speak(said);
      return;
    }
    speechSynthesis.cancel();
    // Firefox drops an utterance queued in the same task as `cancel()`.
    setTimeout(() => {
      if (this.#said === said && this.#speech.status === 'speaking') speechSynthesis.speak(said);
    });
  }

  #ranges({ block, start, end }: Utterance): Range[] {
    const found = main ? spokenBlocks(main)[block] : undefined;
    return found ? rangesOf(found, start, end) : [];
  }

  /**
   * Highlights the spoken sentence, where the browser supports it (CSS Custom Highlight API), and scrolls it into view.
   */
  #mark() {
    const utterance = this.#utterances[this.#speech.at];
    const isShown = this.#bar.isOpen && this.#speech.status !== 'stopped';
    const ranges = isShown && utterance ? this.#ranges(utterance) : [];
    if ('highlights' in CSS) CSS.highlights.set('spoken', new Highlight(...ranges));
    const [range] = ranges;
    if (!range) return;
    const element = range.startContainer.parentElement;
    const fold = element?.closest('details');
    if (fold) fold.open = true;
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight - this.#bar.height)
      element?.scrollIntoView({ block: 'center' });
  }

  /** Starts reading each scene of a case when it appears. */
  #followScenes() {
    const heading = document.querySelector('.play [data-part="heading"]');
    if (!heading) return;
    new MutationObserver(() => {
      if (!this.#bar.isOpen) return;
      const isSpeaking = this.#speech.status !== 'paused';
      this.#cut();
      const at = this.#utterances.findIndex((utterance) =>
        heading.contains(this.#ranges(utterance)[0]?.startContainer ?? null),
      );
      this.#hear({ type: 'from', at: Math.max(0, at) });
      if (!isSpeaking) this.#hear({ type: 'pause' });
    }).observe(heading, { childList: true, characterData: true, subtree: true });
  }
}

const installed = () => ('speechSynthesis' in window ? speechSynthesis.getVoices() : []);
