/** State of the reading aloud of a page. */
export interface Speech {
  readonly status: 'stopped' | 'speaking' | 'paused';
  /** The utterance that is spoken, or spoken next. */
  readonly at: number;
  /** Number of utterances begun, so that a voice that ends late is told from the one that speaks now. */
  readonly turn: number;
}

export type SpeechEvent =
  | { readonly type: 'play' | 'pause' | 'next' | 'back' | 'stop' }
  /** Speaks from a place on, whatever was spoken before. */
  | { readonly type: 'from'; readonly at: number }
  /** The voice has ended what it began in this turn, or could not speak it. */
  | { readonly type: 'ended' | 'failed'; readonly turn: number };

export const silence: Speech = { status: 'stopped', at: 0, turn: 0 };

/**
 * The state after an event. The caller speaks utterance `at` where the status is `speaking` and the turn is
 * new, and silences the voice in every other state. A pause begins its sentence anew, because voices that
 * are paused do not go on in every browser.
 * @param count of the utterances
 */
export function heard(speech: Speech, event: SpeechEvent, count: number): Speech {
  const { status, at, turn } = speech;
  const isSpeaking = status === 'speaking';
  const speakAt = (place: number): Speech =>
    count === 0 ? silence : { status: 'speaking', at: within(place, count), turn: turn + 1 };
  switch (event.type) {
    case 'play':
      return isSpeaking ? speech : speakAt(at);
    case 'from':
      return speakAt(event.at);
    case 'pause':
      return isSpeaking ? { ...speech, status: 'paused' } : speech;
    case 'stop':
      return { ...silence, turn };
    case 'next':
    case 'back': {
      const place = at + (event.type === 'next' ? 1 : -1);
      return isSpeaking ? speakAt(place) : { ...speech, at: within(place, count) };
    }
    case 'ended':
      if (!isSpeaking || event.turn !== turn) return speech;
      return at + 1 < count ? speakAt(at + 1) : { ...silence, turn };
    case 'failed':
      return isSpeaking && event.turn === turn ? { ...speech, status: 'paused' } : speech;
  }
}

const within = (place: number, count: number) => Math.max(0, Math.min(place, count - 1));
