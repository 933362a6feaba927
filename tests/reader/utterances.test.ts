import { afterEach, describe, expect, test, vi } from 'vitest';
import { utterancesOf } from '../../src/reader/utterances.ts';

const spoken = (...blocks: string[]) => utterancesOf(blocks, 'en').map(({ text }) => text);

afterEach(() => vi.unstubAllGlobals());

describe('P57: what is spoken in one go', () => {
  test('is a sentence, and no sentence goes over the end of its block', () => {
    expect(spoken('Before a charge', 'The police decide. The prosecutor guides them!')).toEqual([
      'Before a charge',
      'The police decide.',
      'The prosecutor guides them!',
    ]);
  });

  test('names the stretch of the block that it comes from, spaces included', () => {
    const block = '\n  One is\n here.  Two is there. ';
    const found = utterancesOf(['Title', block], 'en');
    expect(found.map((each) => each.block)).toEqual([0, 1, 1]);
    expect(found.slice(1).map(({ start, end }) => block.slice(start, end))).toEqual([
      '\n  One is\n here.  ',
      'Two is there. ',
    ]);
    expect(found[1]?.text).toBe('One is here.');
  });

  test('keeps an article with its number', () => {
    expect(spoken('See Art. 3 of the Convention (no. 12). It binds.')).toEqual([
      'See Art. 3 of the Convention (no. 12).',
      'It binds.',
    ]);
  });

  test('has no gap before a full stop where a citation was left out', () => {
    expect(spoken('It halves the deaths \u200B .')).toEqual(['It halves the deaths.']);
  });

  test('is never longer than a voice speaks without being broken off, and loses no word', () => {
    const long = `The court weighs ${'the offence, the harm and the need of care, '.repeat(12)}and says so.`;
    const parts = spoken(long, 'a'.repeat(500), `${'word '.repeat(90)}end`);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(160);
    expect(parts.join(' ').replace(/\s/g, '')).toBe(
      `${long}${'a'.repeat(500)}${'word '.repeat(90)}end`.replace(/\s/g, ''),
    );
    expect(parts[0]?.endsWith(',')).toBe(true);
  });

  test('leaves out what has no word in it', () => {
    expect(spoken('', '   ', '—', '· · ·', 'Go')).toEqual(['Go']);
  });

  test('is much the same in a browser without Intl.Segmenter', () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    expect(spoken('He said: “Go.” She went. What then? Nothing', 'Art. 3 counts...')).toEqual([
      'He said: “Go.”',
      'She went.',
      'What then?',
      'Nothing',
      'Art. 3 counts...',
    ]);
  });

  test('ends where a sentence ends in other scripts', () => {
    expect(utterancesOf(['警察决定。检察官指导。'], 'zh').map(({ text }) => text)).toEqual([
      '警察决定。',
      '检察官指导。',
    ]);
  });
});
