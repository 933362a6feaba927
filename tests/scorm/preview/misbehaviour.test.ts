import { expect, test } from 'vitest';
import {
  Differences,
  loosened,
  mandatoryOnly,
  otherInterface,
  wiped,
} from '../../../scorm/preview/browser/misbehaviour.ts';
import { runTimeSwitches } from '../../../scorm/preview/panel.ts';
import { profiles, troubled } from '../../conformance/fake-lms/profiles.ts';

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

test('a platform of mandatory elements alone refuses the others with 401, and answers the rest as before', () => {
  const set: string[] = [];
  const api = mandatoryOnly({
    LMSGetValue: (element = '') => `value of ${element}`,
    LMSSetValue: (element = '') => (set.push(element), 'true'),
    LMSGetLastError: () => '0',
  });
  expect(api['LMSGetValue']?.('cmi.core.lesson_mode')).toBe('');
  expect(api['LMSGetLastError']?.()).toBe('401');
  expect(api['LMSSetValue']?.('cmi.interactions.0.id', 'a')).toBe('false');
  expect(api['LMSGetLastError']?.()).toBe('401');
  expect(api['LMSSetValue']?.('cmi.core.score.raw', '80')).toBe('true');
  expect(api['LMSGetLastError']?.()).toBe('0');
  expect(api['LMSGetValue']?.('cmi.suspend_data')).toBe('value of cmi.suspend_data');
  expect(set).toEqual(['cmi.core.score.raw']);
});

test('P14: the API of the other standard has its function names, and stores nothing', () => {
  expect(Object.keys(otherInterface('API')).toSorted()).toEqual(
    'Commit GetDiagnostic GetErrorString GetLastError GetValue Initialize SetValue Terminate'.split(
      ' ',
    ),
  );
  const other = otherInterface('API_1484_11');
  expect(other['LMSFinish']?.('')).toBe('true');
  expect([
    other['LMSSetValue']?.('cmi.suspend_data', 'x'),
    other['LMSGetValue']?.('cmi.suspend_data'),
  ]).toEqual(['true', '']);
});

test('P16: a platform that sends differences does not resend what it believes it has sent', () => {
  const differences = new Differences({ a: '1', b: '2' });
  expect(differences.of({ a: '1', b: '3' })).toEqual({ b: '3' });
  // Values that went out just now may have been lost; they are not sent again.
  expect(differences.of({ a: '1', b: '3', c: '4' })).toEqual({ c: '4' });
});

test('every habit of the platforms of the tests is a switch of the preview, but those that are no more than a sum', () => {
  const switches: Readonly<Record<string, (typeof runTimeSwitches)[number] | 'none' | 'sum'>> = {
    'keeps to the standard': 'none',
    'mandatory-only': 'mandatory',
    // Moodle's behaviour at Initialize, Finish and with tokens has no name of its own.
    'Moodle-like': 'sum',
    'both APIs exposed': 'both',
    'slow, 3 s a commit': 'slow',
    'numbers as strings': 'numbers',
    'wipes on complete': 'wipes',
    'sends differences only': 'differences',
    'answers from memory': 'loses',
    'API comes late': 'late',
    // To a course it is a commit that fails.
    'forbids requests that wait': 'commit-false',
  };
  expect(Object.keys(switches)).toEqual(Object.keys({ ...profiles, ...troubled }));
  const named = Object.values(switches).filter((name) => name !== 'none' && name !== 'sum');
  expect(runTimeSwitches).toEqual(expect.arrayContaining(named));
});
