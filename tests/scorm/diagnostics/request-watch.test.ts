import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { requestWatch } from '../../../scorm/diagnostics/request-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window without one above it, whose requests count once they are answered. */
function windowOfLms() {
  const answered: { readonly name: string }[] = [];
  const performance = {
    getEntriesByType: () => answered,
    setResourceTimingBufferSize: () => undefined,
  };
  const win = { performance } as unknown as Window & { parent: Window };
  win.parent = win;
  const watch = requestWatch(win);
  if (watch === undefined) throw new Error('the window tells nothing');
  const ask = (name: string, milliseconds: number) =>
    setTimeout(() => answered.push({ name }), milliseconds);
  return { watch, ask };
}

test('a request that a slow line answers after two seconds counts', async () => {
  const { watch, ask } = windowOfLms();
  const earlier = watch.count();
  ask('https://lms.example/save', 2000);
  let counted = earlier;
  void watch.settle(earlier).then(() => (counted = watch.count()));
  await vi.advanceTimersByTimeAsync(2100);
  expect(counted).toBe(earlier + 1);
});

test('what is answered at once is waited for until nothing of it can count for the next act', async () => {
  const { watch, ask } = windowOfLms();
  const earlier = watch.count();
  ask('https://lms.example/save', 10);
  ask('https://lms.example/log', 650);
  let counted = earlier;
  void watch.settle(earlier).then(() => (counted = watch.count()));
  await vi.advanceTimersByTimeAsync(690);
  expect(counted).toBe(earlier);
  await vi.advanceTimersByTimeAsync(20);
  expect(counted).toBe(earlier + 2);
});

test('without a request it waits three seconds at most', async () => {
  const { watch } = windowOfLms();
  let isOver = false;
  void watch.settle(watch.count()).then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(2900);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(isOver).toBe(true);
});

test('requests that a platform makes by itself every other second do not count', async () => {
  const { watch, ask } = windowOfLms();
  ask('https://lms.example/news?at=1', 2000);
  const listening = watch.listen();
  await vi.advanceTimersByTimeAsync(3000);
  await listening;
  const earlier = watch.count();
  ask('https://lms.example/news?at=2', 1000);
  const settling = watch.settle(earlier);
  await vi.advanceTimersByTimeAsync(3000);
  await settling;
  expect(watch.count()).toBe(earlier);
});
