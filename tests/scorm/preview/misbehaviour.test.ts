import { expect, test } from 'vitest';
import { loosened, wiped } from '../../../scorm/preview/browser/misbehaviour.ts';

test('a loose platform answers with booleans and numbers, and lists longer texts as they are', () => {
  const texts = ['true', 'false', '80', '.5', 'suspend', '20261129'];
  const { Get } = loosened({ Get: (text) => text });
  expect(texts.map((text) => Get?.(text))).toEqual([
    true,
    false,
    80,
    '0.5000',
    'suspend',
    '20261129',
  ]);
});

test.for([
  ['cmi.core.lesson_status', 'passed', 'cmi.core.lesson_location'],
  ['cmi.completion_status', 'completed', 'cmi.location'],
] as const)(
  'P06: a platform that wipes drops state and place by %s %s',
  ([status, done, place]) => {
    const kept = { 'cmi.suspend_data': '2abc', [place]: 'here', 'cmi.exit': 'suspend' };
    expect(wiped({ ...kept, [status]: done })).toEqual({ [status]: done, 'cmi.exit': 'suspend' });
    expect(wiped({ ...kept, [status]: 'incomplete' })).toEqual({ ...kept, [status]: 'incomplete' });
  },
);
