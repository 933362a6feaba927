import { describe, expect, test } from 'vitest';
import {
  cacheName,
  isKeptOffline,
  servedPath,
  staleCaches,
} from '../../src/offline/offline-files.ts';

describe('P64: what is kept for offline', () => {
  test('is what learners open', () => {
    expect(['en/index.html', 'assets/site-1.css', 'index.html'].every(isKeptOffline)).toBe(true);
    expect(
      ['en/a.html.br', 'review/en/index.html', 'offline-worker.js', 'offline-files.js'].some(
        isKeptOffline,
      ),
    ).toBe(false);
  });

  test('replaces the editions before it, and leaves other sites of the host alone', () => {
    const names = [cacheName('/a/', '1'), cacheName('/a/', '2'), cacheName('/a/b/', '1'), 'other'];
    expect(staleCaches(names, '/a/', '2')).toEqual([cacheName('/a/', '1')]);
  });

  test('is found under the address of a folder', () => {
    expect(['/', '/en/', '/en/a.html'].map(servedPath)).toEqual([
      '/index.html',
      '/en/index.html',
      '/en/a.html',
    ]);
  });
});
