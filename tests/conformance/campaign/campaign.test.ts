import { beforeEach, describe, expect, test, vi } from 'vitest';
import { campaign, forbidden } from './campaign.ts';
import { platforms } from './platforms.ts';

/** Number of sessions of each kind of which one is played here; `npm run campaign` plays more. */
const stride = 131;

describe('a learner whose platform fails at any call, in any way', () => {
  beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));

  test('P16, D13, D14: loses nothing in silence, sees no blank page, keeps the good copy, and passes by nothing unearned', async () => {
    const { counts, failures } = await campaign((session) => session % stride === 0);
    expect(failures).toEqual([]);
    for (const name of forbidden)
      expect(counts.map((count) => count[name])).toEqual(counts.map(() => 0));
    // The short form is a sample of the whole: every kind of trouble on every platform.
    const kinds = [
      'throws',
      'refused',
      'lost',
      'odd value',
      'altered',
      'truncated',
      'gone',
      'late',
      'stale',
    ];
    const met = new Set(counts.map(({ platform, kind }) => `${platform}: ${kind}`));
    for (const platform of Object.keys(platforms))
      for (const kind of kinds) expect(met).toContain(`${platform}: ${kind}`);
  });
});
