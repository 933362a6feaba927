import { describe, expect, test } from 'vitest';
import { findApi } from '../../scorm/standards/scorm/find-api.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import { standard12 } from './fake-lms/standard12.ts';

/** A window whose every property throws, as that of another origin does, but for its parent. */
const stranger = (above?: object): object =>
  new Proxy(
    {},
    {
      get(_, property) {
        if (property === 'parent' && above) return above;
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    },
  );

const top = (contents: object = {}): Record<string, unknown> => {
  const win: Record<string, unknown> = { ...contents };
  win['parent'] = win;
  return win;
};

/** A window so many levels below another. */
const below = (win: object, levels: number): Window =>
  (levels === 0 ? win : below({ parent: win }, levels - 1)) as Window;

describe('the search for the API', () => {
  const api = { LMSInitialize: () => 'true' };

  test.for([1, 2, 10])('P15: finds it %d windows above', (levels) => {
    expect(findApi('API', 'LMSInitialize', below(top({ API: api }), levels))).toBe(api);
  });

  test('P15: gives up after ten', () => {
    expect(findApi('API', 'LMSInitialize', below(top({ API: api }), 11))).toBeUndefined();
  });

  test('P15: finds it in the window that opened this one, or above that', () => {
    expect(findApi('API', 'LMSInitialize', top({ opener: top({ API: api }) }) as never)).toBe(api);
    expect(
      findApi('API', 'LMSInitialize', top({ opener: below(top({ API: api }), 3) }) as never),
    ).toBe(api);
  });

  test('P15: finds it in the opener of a window whose frame the course is in', () => {
    expect(findApi('API', 'LMSInitialize', below(top({ opener: top({ API: api }) }), 2))).toBe(api);
  });

  test('P15: skips windows of another origin', () => {
    expect(findApi('API', 'LMSInitialize', below(stranger(top({ API: api })), 1))).toBe(api);
    expect(findApi('API', 'LMSInitialize', below(stranger(), 1))).toBeUndefined();
    expect(findApi('API', 'LMSInitialize', top({ opener: stranger() }) as never)).toBeUndefined();
  });

  test('P15: finds nothing without an API, and does not throw', () => {
    expect(findApi('API', 'LMSInitialize', top() as never)).toBeUndefined();
    expect(
      findApi('API', 'LMSInitialize', top({ API: 'text', opener: null }) as never),
    ).toBeUndefined();
  });

  test('P15: looks in its own window first, which a single-page LMS may set it in', () => {
    const own = { LMSInitialize: () => 'true' };
    expect(findApi('API', 'LMSInitialize', { API: own, parent: top({ API: api }) })).toBe(own);
  });

  test.for<[string, unknown]>([
    ['an element of that name', { tagName: 'DIV' }],
    ['a frame of that name', top()],
    ['a frame of another origin of that name', stranger()],
    ['an API of another kind', { Initialize: () => 'true' }],
    ['a word', 'API'],
    ['null', null],
  ])('P15: passes %s by, and finds the API above it', ([, shadow]) => {
    const parent = { API: shadow, parent: top({ API: api }) };
    expect(findApi('API', 'LMSInitialize', { parent })).toBe(api);
  });

  test('P14: takes the API of its own standard if both are present', () => {
    const lms = new FakeLms(standard12, { bothApis: true });
    const win = below(top(lms.launch()), 1);
    const found = findApi('API', 'LMSInitialize', win);
    expect((found as Record<string, (value: string) => string>)['LMSInitialize']?.('')).toBe(
      'true',
    );
    expect(lms.calls.map(({ name }) => name)).toEqual(['LMSInitialize']);
  });
});
