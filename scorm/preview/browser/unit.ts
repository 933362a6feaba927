import type { View } from '../cmi5/view.ts';
import { callRow } from './call-row.ts';
import { frameWatch } from './frame-watch.ts';
import { request, fetchJson } from './commit-store.ts';
import { modelTable } from './model-table.ts';
import { must } from './must.ts';
import { statementRows } from './statement-row.ts';

/** Polling interval, and timeout for a course to end its session; in milliseconds. */
const pause = 500;
const longestEnd = 5000;

interface Launch {
  readonly place: string;
  readonly address: string;
  readonly problems: readonly string[];
}

/**
 * Starts the page for a cmi5 package: launches the unit in the frame, and shows statements, requests and the
 * learner's status as they arrive.
 */
export function playUnit(): void {
  const page = must<HTMLElement>('.lms');
  const frame = must<HTMLIFrameElement>('#course');
  const launchButton = must<HTMLButtonElement>('#launch');
  const closeButton = must<HTMLButtonElement>('#close');
  const resetButton = must<HTMLButtonElement>('#reset');
  const mastery = must<HTMLInputElement>('#mastery');
  const statements = must('#statements');
  const calls = must('#calls');
  const attempt = `attempt?${page.dataset['query'] ?? ''}`;
  const unanswered = page.dataset['unanswered'] ?? '';
  const problems = must('#problems');
  const watch = frameWatch(frame, problems, { blank: page.dataset['blank'] ?? '', unanswered });
  const table = modelTable(must('#model'), page.dataset['characters'] ?? '');
  let view: View | undefined;
  let isOpen = false;

  /** Interface for tests and for the browser console. */
  Object.assign(window, { previewLms: { view: () => view, elements: () => table.elements() } });

  const state = (name: 'running' | 'ended' | 'closed') => {
    must('#state').dataset['state'] = name;
  };

  const show = (now: View) => {
    const before = view;
    view = now;
    table.show(now.elements);
    const platform = statements.dataset['platform'] ?? '';
    // Appends new rows only, so that an expanded statement stays expanded.
    for (const each of now.statements.slice(before?.statements.length ?? 0))
      statements.prepend(...statementRows(each, platform));
    const seen = before?.requests.at(-1)?.at ?? 0;
    const from = before?.requests.length
      ? now.requests.findLastIndex(({ at }) => at <= seen) + 1
      : 0;
    for (const { at, name, what, status, refused, why } of now.requests.slice(from))
      calls.prepend(
        callRow({
          ...{ at: new Date(at), name, args: [what], answer: `${status} ${why}`.trim() },
          error: refused || (/^[2]|^404/.test(status) ? '0' : status || '–'),
        }),
      );
    must('#no-calls').hidden = now.requests.length > 0;
    const word = now.launches > 0 ? launchButton.dataset['resume'] : launchButton.dataset['launch'];
    launchButton.textContent = word ?? '';
    if (isOpen) state(now.ended ? 'ended' : 'running');
  };

  const look = async () => {
    try {
      const response = await fetch(attempt);
      if (response.ok) show((await response.json()) as View);
    } catch {
      problems.textContent = unanswered;
      problems.hidden = false;
    }
  };

  const launch = () => {
    if (!mastery.reportValidity()) return;
    const asked = new URLSearchParams({
      launch: '',
      mode: must<HTMLSelectElement>('#mode').value,
    });
    if (must<HTMLInputElement>('#strict').checked) asked.set('strict', '');
    if (mastery.value !== '') asked.set('mastery', mastery.value);
    const launched = fetchJson('POST', `${attempt}&${asked.toString()}`) as Launch | undefined;
    if (!launched) {
      problems.textContent = unanswered;
      problems.hidden = false;
      return;
    }
    watch.start(launched.place, launched.problems);
    isOpen = true;
    frame.src = launched.address;
    frame.focus();
    launchButton.disabled = true;
    closeButton.disabled = false;
    state('running');
  };

  const close = async () => {
    closeButton.disabled = true;
    isOpen = false;
    watch.stop();
    const gone = new Promise((resolve) => {
      frame.addEventListener('load', resolve, { once: true });
    });
    frame.src = 'about:blank';
    await gone;
    // Requests that the course sent while its page was closing may not have arrived yet.
    const begun = Date.now();
    do await look();
    while (
      view?.ended === undefined &&
      Date.now() - begun < longestEnd &&
      (await new Promise((resolve) => setTimeout(() => resolve(true), 100)))
    );
    request('POST', `${attempt}&leave`);
    await look();
    launchButton.disabled = false;
    state('closed');
    launchButton.focus();
  };

  const misbehave = () => {
    const on = [...document.querySelectorAll<HTMLInputElement>('[data-trouble]:checked')];
    const names = on.map(({ dataset }) => dataset['trouble'] ?? '').join(' ');
    request('POST', `${attempt}&${new URLSearchParams({ troubles: names }).toString()}`);
  };

  launchButton.addEventListener('click', launch);
  closeButton.addEventListener('click', () => void close());
  resetButton.addEventListener('click', () => {
    if (!confirm(resetButton.dataset['confirm'])) return;
    if (request('DELETE', attempt) === 204) location.reload();
    else must('#not-kept').hidden = false;
  });
  for (const box of document.querySelectorAll('[data-trouble]'))
    box.addEventListener('change', misbehave);
  // Applies the switches as shown: a browser may restore them on reload.
  misbehave();
  void look();
  setInterval(() => isOpen && void look(), pause);
}
