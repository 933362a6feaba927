import { describe, expect, test } from 'vitest';
import { choicesFrom, usual } from '../../src/reader/choices.ts';
import { type Pressed, shortcutOf } from '../../src/reader/shortcuts.ts';
import { type Voice, voiceOf, voicesFor } from '../../src/reader/voices.ts';

const voice = (name: string, lang: string, more: Partial<Voice> = {}): Voice => ({
  ...{ name, lang, voiceURI: name, localService: true, default: false },
  ...more,
});

describe('P57: voices', () => {
  const voices = [
    voice('Network', 'en-GB', { localService: false, default: true }),
    voice('Anna', 'de-DE'),
    voice('Android', 'en_US'),
    voice('Daniel', 'en-GB'),
  ];

  test('of the device come first, then those of the country of the page', () => {
    expect(voicesFor(voices, 'en-GB').map(({ name }) => name)).toEqual([
      'Daniel',
      'Android',
      'Network',
    ]);
    expect(voicesFor(voices, 'en')).toHaveLength(3);
  });

  test('are none where nobody speaks the language', () => {
    expect(voicesFor(voices, 'fr')).toEqual([]);
    expect(voiceOf(voices, 'fr', 'Daniel')).toBeUndefined();
  });

  test('stay as chosen as long as they are there', () => {
    expect(voiceOf(voices, 'en', 'Network')?.name).toBe('Network');
    expect(voiceOf(voices, 'en', 'Gone')?.localService).toBe(true);
  });
});

describe('P56: choices', () => {
  test('are read back as they were kept', () => {
    const chosen = { ...usual, scheme: 'dark', scale: '1.3', keys: false, rate: 1.25 } as const;
    expect(choicesFrom(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });

  test('are the usual ones where a value is none of ours', () => {
    expect(choicesFrom({ scheme: 'pink', scale: 900, rate: 'fast', voice: 1 })).toEqual(usual);
    expect(choicesFrom(['dark'])).toBeUndefined();
    expect(choicesFrom(null)).toBeUndefined();
  });
});

describe('P58: a shortcut', () => {
  const press = (key: string, more: Partial<Pressed> = {}) => ({
    ...{ key, ctrlKey: false, altKey: false, metaKey: false, isComposing: false },
    ...more,
  });

  test('is a single key, or a number for the answer', () => {
    const keys = ['/', 's', 'n', 'p', '?', '3', 'x', 'Enter', '0'];
    expect(keys.map((key) => shortcutOf(press(key), false))).toEqual([
      ...['search', 'search', 'next', 'previous', 'help', 3],
      ...[undefined, undefined, undefined],
    ]);
  });

  test('takes no key of the browser', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey', 'isComposing'] as const)
      expect(shortcutOf(press('n', { [held]: true }), false)).toBeUndefined();
    expect(shortcutOf(press('/'), true)).toBeUndefined();
    expect(shortcutOf(press('s'), true)).toBe('search');
  });
});
