// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { courseFrame } from '../../scorm/shell/frame.ts';

const course = {
  build: 'b2',
  pages: [{ id: 'first', href: 'en/first.html' }],
  others: [{ title: 'Trial', pages: ['en/trial/', 'en/cases/third-theft.html'] }],
};

/** A frame in which pages arrive when a test says so, and what the shell learned of them. */
function framed() {
  const told: string[] = [];
  let arrive: () => void = () => undefined;
  let reloads = 0;
  const frame = {
    ownerDocument: {
      baseURI: 'https://lms.example/course/index.html',
      documentElement: { style: { cssText: '' } },
    },
    contentWindow: undefined as unknown,
    title: '',
    addEventListener: (_: string, listener: () => void) => void (arrive = listener),
  };
  const watched = courseFrame(frame as unknown as HTMLIFrameElement, course, {
    opened: (title, entry) => told.push(`opened ${title} ${entry?.id ?? '-'}`),
    failed: (why) => told.push(`failed ${why}`),
    active: () => undefined,
  });
  const load = (html: string, path = 'en/first.html') => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    frame.contentWindow = {
      document: page,
      location: { href: `https://lms.example/course/${path}`, reload: () => reloads++ },
      addEventListener: () => undefined,
    };
    arrive();
  };
  return {
    told,
    load,
    get style() {
      return frame.ownerDocument.documentElement.style.cssText;
    },
    otherPart: () => watched.otherPart(),
    get reloads() {
      return reloads;
    },
    /** Loads a page of another origin, which may not be looked into. */
    loadStranger: () => {
      frame.contentWindow = Object.defineProperty({}, 'document', {
        get() {
          throw new DOMException('Blocked a frame', 'SecurityError');
        },
      });
      arrive();
    },
  };
}

const page = (build: string) =>
  `<html data-package="scorm12" data-build="${build}"><title>First</title><h1>First</h1></html>`;

describe('what arrives in the frame of the shell', () => {
  test('a page of the course is opened, with the place to resume at', () => {
    const { told, load } = framed();
    load(page('b2'), 'en/first.html?x#part');
    load(page('b2'), 'en/glossary.html');
    expect(told).toEqual(['opened First first', 'opened First -']);
  });

  test('a page of another part of the course is distinguished from a shared page', () => {
    const { load, otherPart } = framed();
    for (const [path, title] of [
      ['en/first.html', undefined],
      ['en/glossary.html#custody', undefined],
      ['en/trial/sentence.html?x', 'Trial'],
      ['en/cases/third-theft.html', 'Trial'],
      ['en/trials.html', undefined],
    ] as const) {
      load(page('b2'), path);
      expect(otherPart()?.title, path).toBe(title);
    }
  });

  test('P11: a server or network error is reported', () => {
    const { told, load, loadStranger } = framed();
    load('<h1>404</h1>');
    loadStranger();
    expect(told).toEqual(['failed error', 'failed error']);
  });

  test('P16: a page of the platform that asks to log in says that the session is over', () => {
    const { told, load } = framed();
    load('<form><input name="user"><input type="password"></form>', '../login');
    expect(told).toEqual(['failed login']);
  });

  test('the shell has the colours and the text size that the reader chose', () => {
    const shell = framed();
    shell.load(page('b2').replace('<html', '<html style="--scale: 1.25"'));
    expect(shell.style).toContain('--scale: 1.25');
    shell.load(page('b2'));
    expect(shell.style).toBe('');
  });

  test('a cached page of another build is reloaded once, and then reported', () => {
    const framing = framed();
    framing.load(page('b1'));
    expect([framing.reloads, framing.told]).toEqual([1, ['opened First first']]);
    framing.load(page('b1'));
    expect(framing.reloads).toBe(1);
    expect(framing.told.at(-1)).toBe('failed other-build');
    framing.load(page('b2'));
    expect(framing.told.at(-1)).toBe('opened First first');
  });
});
