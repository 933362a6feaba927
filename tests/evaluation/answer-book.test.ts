import { afterEach, describe, expect, test, vi } from 'vitest';
import { AnswerBook, findBook } from '../../src/evaluation/page/answer-book.ts';

describe('the answers on a device', () => {
  const shelf = () => {
    const texts = new Map<string, string>();
    return {
      texts,
      full: false,
      getItem: (key: string) => texts.get(key) ?? null,
      setItem(key: string, text: string) {
        if (this.full) throw new DOMException('full', 'QuotaExceededError');
        texts.set(key, text);
      },
      removeItem: (key: string) => void texts.delete(key),
    };
  };

  test('are found again by the next page, and those of two pages stand side by side', () => {
    const store = shelf();
    const [one, other] = [new AnswerBook(() => store, 'k'), new AnswerBook(() => store, 'k')];
    one.put({ answers: { useful: '4' }, date: '2026-11-24' });
    other.put({ answers: { applied: 'done' }, followUpDate: '2027-02-24' });
    expect(new AnswerBook(() => store, 'k').kept).toEqual({
      answers: { useful: '4', applied: 'done' },
      date: '2026-11-24',
      followUpDate: '2027-02-24',
    });
  });

  test('stay in the page where the storage refuses, and are kept once it takes them', () => {
    const store = shelf();
    const book = new AnswerBook(() => store, 'k');
    store.full = true;
    book.put({ answers: { useful: '4' } });
    expect(book.state).toBe('refused');
    expect(book.kept.answers).toEqual({ useful: '4' });
    store.full = false;
    book.put({ answers: { clear: '5' } });
    expect(book.state).toBe('fine');
    expect(new AnswerBook(() => store, 'k').kept.answers).toEqual({ useful: '4', clear: '5' });
  });

  test('are refused and kept in the page where storage may not even be asked for', () => {
    const book = new AnswerBook(() => {
      throw new DOMException('denied', 'SecurityError');
    }, 'k');
    book.put({ answers: { useful: '4' } });
    expect(book.state).toBe('refused');
    expect(book.kept.answers).toEqual({ useful: '4' });
    expect(() => book.remove()).not.toThrow();
  });

  test.for(['{', '[]', '7', '{"version":2,"answers":{}}', '{"version":1}'])(
    'that are damaged are set aside unchanged, not written over: %s',
    (text) => {
      const store = shelf();
      store.texts.set('k', text);
      const book = new AnswerBook(() => store, 'k');
      expect(book.state).toBe('unreadable');
      book.put({ answers: { useful: '4' } });
      expect(store.texts.get('k:unreadable')).toBe(text);
      expect(new AnswerBook(() => store, 'k').kept.answers).toEqual({ useful: '4' });
      book.remove();
      expect(store.texts.size).toBe(0);
    },
  );

  describe('that others use too', () => {
    afterEach(() => void vi.unstubAllGlobals());

    /** The storages of a browser in which a page of a package is open. */
    function inPackage() {
      const [kept, untilClosed] = [shelf(), shelf()];
      vi.stubGlobal('localStorage', kept);
      vi.stubGlobal('sessionStorage', untilClosed);
      const dataset = { course: 'alternatives', package: 'scorm12' };
      vi.stubGlobal('document', { documentElement: { dataset } });
      return { kept, untilClosed };
    }

    test('are shown to nobody but the learner whom the LMS names', () => {
      inPackage();
      findBook('one').put({ answers: { useful: '4' } });
      expect(findBook('other').kept.answers).toEqual({});
      expect(findBook(undefined).kept.answers).toEqual({});
      findBook('other').remove();
      expect(findBook('one').kept.answers).toEqual({ useful: '4' });
    });

    test('do not outlive the window where the LMS names nobody', () => {
      const { kept, untilClosed } = inPackage();
      findBook(undefined).put({ answers: { useful: '4' } });
      expect(kept.texts.size).toBe(0);
      expect(untilClosed.texts.size).toBe(1);
    });
  });

  test('that are damaged are not written over where they cannot be set aside', () => {
    const store = shelf();
    store.texts.set('k', '{');
    store.full = true;
    const book = new AnswerBook(() => store, 'k');
    book.put({ answers: { useful: '4' } });
    expect(book.state).toBe('refused');
    expect(store.texts.get('k')).toBe('{');
  });
});
