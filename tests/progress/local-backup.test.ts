import { describe, expect, test } from 'vitest';
import { localBackup, localRecord } from '../../src/progress/local-backup.ts';
import { fromRecord, toRecord } from '../../src/progress/local-record.ts';
import { textsAside } from '../../src/progress/set-aside.ts';
import { freshAttempt } from '../../src/progress/attempt.ts';

/** Storage that holds so many characters, as a browser's does. */
function storage(room = 10_000) {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    removeItem: (key: string) => void texts.delete(key),
    setItem(key: string, text: string) {
      const others = [...texts].filter(([other]) => other !== key);
      const taken = others.reduce((sum, [, other]) => sum + other.length, 0);
      if (taken + text.length > room) throw new DOMException('full', 'QuotaExceededError');
      texts.set(key, text);
    },
  };
}

const copy = { state: '2abc.def', location: 'a-lesson' };

describe('P16: the copy on this device', () => {
  test('comes back as it was, and is removed on request', () => {
    const store = storage();
    const backup = localBackup(() => store, 'course', 'learner');
    expect(backup.read()).toBeUndefined();
    expect(backup.write(copy)).toBe(true);
    expect(backup.read()).toEqual(copy);
    store.texts.clear();
    const record = localRecord(() => store, 'course');
    expect(record.read()).toBeUndefined();
    expect(record.write('all that was done')).toBe(true);
    expect(record.read()).toBe('all that was done');
    expect(record.setAside('odd')).toBe(true);
    expect(record.remove()).toBe(true);
    expect(store.texts.size).toBe(0);
  });

  test('is under a key that does not name the learner, and another for another learner', () => {
    const store = storage();
    localBackup(() => store, 'course', 'jane.doe').write(copy);
    expect([...store.texts.keys()].join()).not.toContain('jane');
    expect(localBackup(() => store, 'course', 'john.doe').read()).toBeUndefined();
  });

  test('says so where it cannot be kept: no learner, full storage, none at all, or one that drops it', () => {
    const nobody = localBackup(() => storage(), 'course', undefined);
    const full = localBackup(() => storage(2), 'course', 'learner');
    const refused = localBackup(
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
      'course',
      'learner',
    );
    const dropping = { ...storage(), setItem: () => undefined };
    const dropped = localBackup(() => dropping, 'course', 'learner');
    expect(nobody.hasPlace).toBe(false);
    for (const backup of [nobody, full, refused, dropped]) {
      expect(backup.write(copy)).toBe(false);
      expect(backup.setAside('odd')).toBe(false);
      expect(backup.read()).toBeUndefined();
    }
    const record = localRecord(() => {
      throw new DOMException('denied', 'SecurityError');
    }, 'course');
    expect(record.remove()).toBe(false);
    expect(record.write('all that was done')).toBe(false);
    expect(record.read()).toBeUndefined();
  });
});

describe('D13: a text that could not be read', () => {
  test('is set aside and never replaced by the next', () => {
    const store = storage();
    const record = localRecord(() => store, 'course');
    store.setItem('ati:course:unreadable', 'from version 0.1.0');
    for (const text of ['first', 'second', 'first']) expect(record.setAside(text)).toBe(true);
    expect(textsAside(store, 'ati:course')).toEqual(['from version 0.1.0', 'first', 'second']);
    for (const text of ['third', 'fourth', 'fifth']) expect(record.setAside(text)).toBe(true);
    expect(record.setAside('sixth')).toBe(false);
    expect(textsAside(store, 'ati:course')).not.toContain('sixth');
    expect(textsAside(store, 'ati:course')).toContain('first');
  });

  test('is a problem of the record, and no fresh attempt by silence', () => {
    for (const text of ['{"version":1,"viewed":["a"', '[]', 'null', '{"version":7}'])
      expect(fromRecord(text)).toBeUndefined();
    expect(fromRecord(toRecord(freshAttempt))).toEqual(freshAttempt);
  });
});
