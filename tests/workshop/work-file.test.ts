import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { KeptWork } from '../../src/workshop/kept-work.ts';
import { readWorkFile, workFile } from '../../src/workshop/work-file.ts';

const schema = z.strictObject({ names: z.array(z.string()) });
const origin = { kind: 'room', course: 'alternatives' } as const;
const work = { names: ['Amina', 'Jonas'] };
const file = workFile(origin, 'Names.', work);

describe('a file of the kit', () => {
  test('returns what was saved', () => {
    expect(readWorkFile(file, origin, schema)).toEqual({ work });
  });

  test('is rejected with a reason if it is another kind of file', () => {
    expect(readWorkFile('{"a":1}', origin, schema)).toEqual({ problem: 'foreign' });
    expect(readWorkFile('Dear colleague', origin, schema)).toEqual({ problem: 'foreign' });
    expect(readWorkFile('[]', origin, schema)).toEqual({ problem: 'foreign' });
    expect(readWorkFile(file, { ...origin, kind: 'agenda' }, schema)).toEqual({
      problem: 'other-kind',
    });
    expect(readWorkFile(file, { ...origin, course: 'other' }, schema)).toEqual({
      problem: 'other-course',
    });
    expect(
      readWorkFile(file.replace('"formatVersion": 1', '"formatVersion": 2'), origin, schema),
    ).toEqual({ problem: 'newer' });
  });

  test('is rejected if it is truncated or one character of the work is changed', () => {
    const cut = file.slice(0, -30);
    expect(readWorkFile(cut, origin, schema)).toEqual({ problem: 'damaged' });
    expect(readWorkFile(file.replace('Amina', 'Amira'), origin, schema)).toEqual({
      problem: 'damaged',
    });
  });

  test('names the invalid field if the checksum is correct', () => {
    const other = workFile(origin, 'Names.', { names: ['Amina', 3] });
    expect(readWorkFile(other, origin, schema)).toEqual({ problem: 'damaged', field: 'names.1' });
  });
});

describe('work that is stored on the device', () => {
  const storage = (texts = new Map<string, string>()) => ({
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
  });

  test('is restored after a reload', () => {
    const store = storage();
    const kept = new KeptWork(() => store, 'k', schema, { names: [] });
    kept.put(work);
    expect(new KeptWork(() => store, 'k', schema, { names: [] }).work).toEqual(work);
    expect(kept.state).toBe('kept');
  });

  test('reports full storage, continues, and reports when it is stored again', () => {
    const store = storage();
    let isFull = true;
    const kept = new KeptWork(
      () => ({
        ...store,
        setItem: (key: string, text: string) => {
          if (isFull) throw new DOMException('full', 'QuotaExceededError');
          store.setItem(key, text);
        },
      }),
      'k',
      schema,
      { names: [] },
    );
    kept.put(work);
    expect(kept.state).toBe('refused');
    expect(kept.work).toEqual(work);
    isFull = false;
    kept.put(work);
    expect(kept.state).toBe('kept');
  });

  test('works in a browser without storage', () => {
    const kept = new KeptWork<z.output<typeof schema>>(
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
      'k',
      schema,
      { names: [] },
    );
    expect(kept.state).toBe('refused');
    kept.put(work);
    expect(kept.work).toEqual(work);
  });

  const diskOf = (text?: string) => {
    const disk = { text };
    return {
      disk,
      read: () => Promise.resolve(disk.text),
      write: (given: string) => Promise.resolve((disk.text = given)),
    };
  };
  const opened = (store: ReturnType<typeof storage>, copy: ReturnType<typeof diskOf>) =>
    new KeptWork(() => store, 'k', schema, { names: [] }, { copy });

  test('is restored from disk if the browser was killed before it stored it', async () => {
    const copy = diskOf();
    const store = storage();
    opened(store, copy).put({ names: ['a'] });
    const killed = storage(new Map(store.texts));
    opened(store, copy).put(work);
    const again = opened(killed, copy);
    expect(again.work).toEqual({ names: ['a'] });
    expect(await again.recover()).toBe(true);
    expect(again.work).toEqual(work);
    expect(await opened(killed, copy).recover()).toBe(false);
  });

  test('is restored from disk if the stored text is damaged, and stays as it is if neither copy is intact', async () => {
    const copy = diskOf();
    opened(storage(), copy).put(work);
    const damaged = opened(storage(new Map([['k', '{']])), copy);
    expect(await damaged.recover()).toBe(true);
    expect(damaged).toMatchObject({ work, state: 'kept' });
    const both = opened(storage(new Map([['k', '{']])), diskOf('{"turn":9,"work":{"names":7}}'));
    expect(await both.recover()).toBe(false);
    expect(both).toMatchObject({ work: { names: [] }, state: 'unreadable' });
  });

  test('keeps what was typed before the disk was read', async () => {
    const copy = diskOf();
    const store = storage();
    opened(store, copy).put(work);
    const other = opened(storage(), copy);
    const answer = other.recover();
    other.put({ names: ['typed'] });
    expect(await answer).toBe(false);
    expect(other.work).toEqual({ names: ['typed'] });
  });

  test('sets aside unreadable text before it is overwritten', () => {
    const store = storage(new Map([['k', '{"names": 7}']]));
    const kept = new KeptWork(() => store, 'k', schema, { names: [] });
    expect(kept.state).toBe('unreadable');
    expect(kept.work).toEqual({ names: [] });
    kept.put(work);
    expect(store.texts.get('k:unreadable')).toBe('{"names": 7}');
  });

  test('sets aside intact work that cannot be used here', () => {
    const store = storage(new Map([['k', JSON.stringify(work)]]));
    const fresh = { names: [] };
    const accepts = ({ names }: { names: string[] }) => names.length === 0;
    const kept = new KeptWork(() => store, 'k', schema, fresh, { accepts });
    expect(kept.state).toBe('unreadable');
    expect(kept.work).toEqual({ names: [] });
    expect(store.texts.get('k:unreadable')).toBe(JSON.stringify(work));
  });
});
