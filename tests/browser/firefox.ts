import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const path = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((each) => existsSync(each));

/** Whether a Firefox is installed in which pages can be tried. */
export const hasFirefox = path !== undefined;

interface Message {
  readonly id?: number;
  readonly type: string;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly params?: { readonly level?: string; readonly text?: string };
}

/** A Firefox with one tab and the windows that its pages open, driven by WebDriver BiDi. */
export interface Firefox {
  /** Warnings and errors in the console. */
  readonly faults: readonly string[];
  goto(address: string): Promise<void>;
  /** The value of an expression in the page, as a text. @param window 0: the tab; 1: the first window it opened */
  evaluate(expression: string, window?: number): Promise<string>;
  /** Clicks the first element that is like a selector, as its user would. */
  click(selector: string, window?: number): Promise<void>;
  /** Presses a key. @param key as WebDriver names it, such as `\uE00F` for page down */
  press(key: string, window?: number): Promise<void>;
  close(): Promise<void>;
}

type Call = (method: string, params?: object) => Promise<unknown>;

/** The Firefox of this process: tests open windows in it that share nothing, and it ends with the process. */
interface Running {
  readonly call: Call;
  /** Hears what the console says as a warning or an error. */
  hear: (fault: string) => void;
}

let running: Promise<Running> | undefined;

async function start(): Promise<Running> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const browser = spawn(path ?? '', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  process.once('exit', () => {
    browser.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true });
  });
  const socket = new WebSocket(`${await addressOf(browser)}/session`);
  await new Promise((done) => socket.addEventListener('open', done));
  const answers = new Map<number, (message: Message) => void>();
  const call: Call = async (method, params = {}) => {
    const id = answers.size;
    const answered = new Promise<Message>((done) => answers.set(id, done));
    socket.send(JSON.stringify({ id, method, params }));
    const { type, result, error, message } = await answered;
    if (type === 'error') throw new Error(`${method}: ${error}: ${message}`);
    return result;
  };
  const found: Running = { call, hear: () => undefined };
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) answers.get(message.id)?.(message);
    const { level, text } = message.params ?? {};
    if (level === 'error' || level === 'warn') found.hear(text ?? '');
  });
  await call('session.new', { capabilities: {} });
  await call('session.subscribe', { events: ['log.entryAdded'] });
  return found;
}

/** Opens a tab in the installed Firefox which shares neither storage nor windows with those of other tests. */
export async function startFirefox(): Promise<Firefox> {
  const firefox = await (running ??= start());
  const { call } = firefox;
  const faults: string[] = [];
  firefox.hear = (fault) => void faults.push(fault);
  const { userContext } = (await call('browser.createUserContext')) as { userContext: string };
  await call('browsingContext.create', { type: 'tab', userContext });
  /** Windows in the order in which they were opened. */
  const contextOf = async (window: number): Promise<string> => {
    const { contexts } = (await call('browsingContext.getTree')) as {
      contexts: { context: string; userContext: string }[];
    };
    const own = contexts.filter((each) => each.userContext === userContext);
    const found = own[window]?.context;
    if (found === undefined) throw new Error(`no window ${window} of ${own.length}`);
    return found;
  };
  return {
    faults,
    async goto(url) {
      const context = await contextOf(0);
      await call('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate(expression, window = 0) {
      const target = { context: await contextOf(window) };
      const answer = (await call('script.evaluate', {
        expression,
        target,
        awaitPromise: true,
      })) as {
        result?: { value?: unknown };
      };
      return String(answer.result?.value);
    },
    async click(selector, window = 0) {
      const answer = (await call('script.evaluate', {
        expression: `document.querySelector(${JSON.stringify(selector)}).click()`,
        target: { context: await contextOf(window) },
        awaitPromise: true,
        userActivation: true,
      })) as { type?: string; exceptionDetails?: { text: string } };
      if (answer.exceptionDetails) throw new Error(`${selector}: ${answer.exceptionDetails.text}`);
    },
    async press(key, window = 0) {
      const context = await contextOf(window);
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: key }));
      await call('input.performActions', {
        context,
        actions: [{ type: 'key', id: 'keyboard', actions }],
      });
    },
    async close() {
      await call('browser.removeUserContext', { userContext });
    },
  };
}

/** The address at which a Firefox that has just been started listens. */
const addressOf = (browser: ChildProcess): Promise<string> =>
  new Promise((found, failed) => {
    browser.once('exit', () => failed(new Error('Firefox did not start')));
    browser.stderr?.on('data', (said: Buffer) => {
      const [, address] = /WebDriver BiDi listening on (\S+)/.exec(String(said)) ?? [];
      if (address !== undefined) found(address);
    });
  });
