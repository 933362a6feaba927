import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchContent } from '../../src/publish/watch-content.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A live preview of which one can see what its pages are told. */
function preview() {
  const watcher = new EventEmitter();
  const socket = new EventEmitter();
  const told: unknown[] = [];
  const printed: string[] = [];
  const state = { diagnostics: '', forgotten: 0, checks: 0 };
  const server = {
    watcher,
    environments: { ssr: { hot: { send: vi.fn() } } },
    config: { logger: { error: (message: string) => printed.push(message) } },
    ws: Object.assign(socket, {
      clients: { size: 1 },
      send: (message: { type: string; err?: { message: string } }) =>
        told.push(message.err?.message ?? message.type),
    }),
  };
  watchContent(server as unknown as Parameters<typeof watchContent>[0], {
    diagnostics: () => {
      state.checks += 1;
      return state.diagnostics;
    },
    forget: () => (state.forgotten += 1),
  });
  const change = (path: string, event = 'change') => watcher.emit(event, path);
  return { change, connect: () => socket.emit('connection'), server, state, told, printed };
}

describe('the live preview', () => {
  test('reads a file only when it is written, not while an editor has emptied it', () => {
    const { change, state, told } = preview();
    state.diagnostics = 'empty.yaml  schema  The file is empty.';
    change('content/en/scenarios/doorbell.yaml');
    vi.advanceTimersByTime(40);
    state.diagnostics = '';
    vi.runAllTimers();
    expect(told).toEqual(['full-reload']);
    expect(state.checks).toBe(1);
  });

  test('discards the content at once, for a page requested before it is read again', () => {
    const { change, state } = preview();
    change('content/en/scenarios/doorbell.yaml');
    expect(state).toMatchObject({ checks: 0, forgotten: 1 });
    vi.runAllTimers();
    expect(state).toMatchObject({ checks: 1, forgotten: 2 });
  });

  test('tells no fault where no page listens: the next one would show it when it is mended', () => {
    const { change, connect, server, state, told, printed } = preview();
    server.ws.clients.size = 0;
    state.diagnostics = 'a.yaml · title: Missing.';
    change('content/a.yaml');
    vi.runAllTimers();
    expect(told).toEqual([]);
    // The terminal shows it all the same.
    expect(printed).toEqual(['a.yaml · title: Missing.']);
    server.ws.clients.size = 1;
    connect();
    expect(told).toEqual(['a.yaml · title: Missing.']);
  });

  test('checks once for files that are saved together, new and removed ones too', () => {
    const { change, state } = preview();
    change('content/en/glossary.yaml');
    change('content/en/modules/one/lessons/new.mdx', 'add');
    change('content/en/modules/one/lessons/old.mdx', 'unlink');
    vi.runAllTimers();
    expect(state.checks).toBe(1);
  });

  test('reports a fault again to a page that connects later, until it is fixed', () => {
    const { change, connect, state, told } = preview();
    connect();
    state.diagnostics = 'a.yaml · title: Missing.';
    change('content/a.yaml');
    vi.runAllTimers();
    connect();
    state.diagnostics = '';
    change('content/a.yaml');
    vi.runAllTimers();
    connect();
    expect(told).toEqual(['a.yaml · title: Missing.', 'a.yaml · title: Missing.', 'full-reload']);
  });

  test('keeps a fault in sight when a style is changed, and passes over other files', () => {
    const { change, state, told } = preview();
    state.diagnostics = 'a.yaml · title: Missing.';
    change('content/a.yaml');
    vi.runAllTimers();
    change('src/site/styles/page.css');
    vi.runAllTimers();
    change('content/notes.txt');
    vi.runAllTimers();
    expect(told).toEqual(['a.yaml · title: Missing.', 'a.yaml · title: Missing.']);
    expect(state.checks).toBe(1);
  });
});
