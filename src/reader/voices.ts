/** The subset of `SpeechSynthesisVoice` used here (Web Speech API, section 4.2.7). */
export interface Voice {
  readonly voiceURI: string;
  readonly name: string;
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

/** Normalises the tag: Android writes `en_GB`. */
const tagOf = (voice: Voice) => voice.lang.replace('_', '-').toLowerCase();
const languageOf = (tag: string) => tag.split('-')[0];

/**
 * The voices for a language, best first: local voices before those that send the text of the page to a remote service,
 * then those of the same region, then the default of the device.
 * @param language BCP 47 tag of the page
 */
export function voicesFor<V extends Voice>(voices: readonly V[], language: string): V[] {
  const tag = language.toLowerCase();
  const rank = (voice: Voice) =>
    (voice.localService ? 4 : 0) + (tagOf(voice) === tag ? 2 : 0) + (voice.default ? 1 : 0);
  return voices
    .filter((voice) => languageOf(tagOf(voice)) === languageOf(tag))
    .sort((one, other) => rank(other) - rank(one));
}

/** The chosen voice, or the best one if it is missing; undefined if no voice speaks the language. */
export const voiceOf = <V extends Voice>(
  voices: readonly V[],
  language: string,
  chosen: string,
): V | undefined => {
  const fit = voicesFor(voices, language);
  return fit.find(({ voiceURI }) => voiceURI === chosen) ?? fit[0];
};
