import type { Page } from '@playwright/test';

/** A voice as a browser lists it. */
interface Voice {
  readonly lang: string;
  readonly localService: boolean;
}

/**
 * Replaces the speech synthesis of a page by one that is silent: it notes each utterance and speaks it until
 * `endSpeech` is called.
 */
export const withVoice = (page: Page, voices: readonly Voice[]) =>
  page.addInitScript((installed) => {
    const spoken: string[] = [];
    let now: SpeechSynthesisUtterance | undefined;
    const end = (type: string) => {
      const ended = now;
      now = undefined;
      ended?.dispatchEvent(new Event(type));
    };
    class Utterance extends EventTarget {
      lang = '';
      voice = null;
      rate = 1;
      text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
      set onend(listener: () => void) {
        this.addEventListener('end', listener);
      }
      set onerror(listener: () => void) {
        this.addEventListener('error', listener);
      }
    }
    const synthesis = Object.assign(new EventTarget(), {
      pending: false,
      getVoices: () =>
        installed.map((voice, place) => ({
          ...voice,
          name: `Voice ${place + 1}`,
          voiceURI: `voice-${place + 1}`,
          default: false,
        })),
      speak(utterance: SpeechSynthesisUtterance) {
        now = utterance;
        spoken.push(`${utterance.text}|${utterance.rate}|${utterance.voice?.name}`);
      },
      cancel: () => end('error'),
    });
    Object.defineProperty(synthesis, 'speaking', { get: () => now !== undefined });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.assign(window, {
      SpeechSynthesisUtterance: Utterance,
      spoken,
      endSpeech: () => end('end'),
    });
  }, voices);

/** Utterances that were spoken, each as `text|rate|name of the voice`. */
export const spoken = (page: Page) =>
  page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);

/** The text that was spoken last. */
export const lastSpoken = async (page: Page) => (await spoken(page)).at(-1)?.split('|')[0];

/** Ends the present utterance, as where the voice has come to its end. */
export const endSpeech = (page: Page) =>
  page.evaluate(() => (window as unknown as { endSpeech: () => void }).endSpeech());

/** The text that is highlighted while it is spoken. */
export const highlighted = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('spoken') ?? [])].map((range) => (range as Range).toString()).join(''),
  );
