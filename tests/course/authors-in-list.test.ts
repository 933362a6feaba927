import { describe, expect, test } from 'vitest';
import { authorsInList, sourcesSchema } from '../../src/course/source.ts';

describe('authors in a list of sources', () => {
  test.for([
    ['Adrian Mundt, Gergő Baranyi and others', 'Mundt', 'Mundt, Adrian, Gergő Baranyi and others'],
    ['Michael Soyka', 'Soyka', 'Soyka, Michael'],
    [
      'Leonieke van Boekel and Jaap van Weeghel',
      'van Boekel',
      'van Boekel, Leonieke and Jaap van Weeghel',
    ],
    ['Sheila Bird, for Bird and Bird', 'Bird', 'Bird, Sheila, for Bird and Bird'],
    ['World Health Organization', undefined, 'World Health Organization'],
  ] as const)('%s stands as %3$s', ([authors, family, listed]) => {
    expect(authorsInList({ authors, ...(family && { family }) })).toBe(listed);
  });

  test.for([
    ['Adrian Mundt, Gergő Baranyi and others', 'Mundt', true],
    ['Adrian Mundt, Gergő Baranyi and others', 'Baranyi', false],
    ['World Health Organization (Rachel Humeniuk)', 'Humeniuk', false],
  ] as const)('by %s, with the family name %s: %s', ([authors, family, isAccepted]) => {
    const source = {
      ...{ id: 'x', short: 'X 2020', authors, family, year: 2020, title: 'X', kind: 'study' },
      ...{ url: 'https://example.org', checked: '2026-01-01', read: 'full' },
    };
    const { success, error } = sourcesSchema.safeParse([source]);
    expect(success).toBe(isAccepted);
    if (!isAccepted) expect(error?.issues[0]?.message).toContain('family name');
  });
});
