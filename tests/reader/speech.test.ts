import { describe, expect, test } from 'vitest';
import { heard, silence, type Speech, type SpeechEvent } from '../../src/reader/speech.ts';

const after = (...events: (SpeechEvent['type'] | SpeechEvent)[]): Speech =>
  events.reduce<Speech>((speech, event) => {
    const told =
      typeof event === 'string' ? ({ type: event, turn: speech.turn } as SpeechEvent) : event;
    return heard(speech, told, 3);
  }, silence);

describe('P57: reading aloud', () => {
  test('goes from sentence to sentence and is silent at the end', () => {
    expect(after('play')).toEqual({ status: 'speaking', at: 0, turn: 1 });
    expect(after('play', 'ended')).toEqual({ status: 'speaking', at: 1, turn: 2 });
    expect(after('play', 'ended', 'ended', 'ended')).toEqual({ status: 'stopped', at: 0, turn: 3 });
  });

  test('begins its sentence anew after a pause', () => {
    expect(after('play', 'ended', 'pause')).toMatchObject({ status: 'paused', at: 1 });
    expect(after('play', 'ended', 'pause', 'play')).toEqual({ status: 'speaking', at: 1, turn: 3 });
  });

  test('moves by a sentence while it speaks, and silently while it is paused', () => {
    expect(after('play', 'next')).toMatchObject({ status: 'speaking', at: 1, turn: 2 });
    expect(after('play', 'pause', 'next', 'next', 'next')).toMatchObject({
      status: 'paused',
      at: 2,
      turn: 1,
    });
    expect(after('play', 'back')).toMatchObject({ status: 'speaking', at: 0, turn: 2 });
  });

  test('takes no notice of a voice that was silenced and ends late', () => {
    const late: SpeechEvent = { type: 'ended', turn: 1 };
    expect(after('play', 'next', late)).toMatchObject({ status: 'speaking', at: 1, turn: 2 });
    expect(after('play', 'pause', late)).toMatchObject({ status: 'paused', at: 0 });
    expect(after('play', 'next', { type: 'failed', turn: 1 })).toMatchObject({
      status: 'speaking',
    });
  });

  test('waits where the voice fails, and starts again from a place', () => {
    expect(after('play', 'ended', 'failed')).toMatchObject({ status: 'paused', at: 1 });
    expect(after('play', { type: 'from', at: 2 })).toMatchObject({ status: 'speaking', at: 2 });
    expect(after({ type: 'from', at: 9 })).toMatchObject({ at: 2 });
  });

  test('stops for good, and a page without words stays silent', () => {
    expect(after('play', 'ended', 'stop')).toMatchObject({ status: 'stopped', at: 0 });
    expect(heard(silence, { type: 'play' }, 0)).toEqual(silence);
  });
});
