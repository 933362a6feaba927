/** State of reading a page aloud. */
export interface Speech {
  readonly status: 'stopped' | 'speaking' | 'paused';
  /** Index of the current utterance, or of the next one while silent. */
  readonly at: number;
  /** Number of utterances started, which tells late events of an earlier utterance from those of the current one. */
  readonly turn: number;
}

export type SpeechEvent =
  | { readonly type: 'play' | 'pause' | 'next' | 'back' | 'stop' }
  /** Speaks from an index on, whatever was spoken before. */
  | { readonly type: 'from'; readonly at: number }
  /** The voice finished the utterance of this turn, or failed to speak it. */
  | { readonly type: 'ended' | 'failed'; readonly turn: number };

export const silence: Speech = { status: 'stopped', at: 0, turn: 0 };

/**
 * Returns the state after an event. The caller speaks utterance `at` if the status is `speaking` and the turn is new,
 * and silences the voice in every other state. Resuming restarts the sentence, because paused voices do not resume in
 * every browser.
 * @param count number of utterances
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
