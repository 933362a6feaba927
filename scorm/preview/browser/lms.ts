import type { Elements } from '../../standards/standard.ts';
import { modelTable } from './model-table.ts';
import { callRow } from './call-row.ts';
import { runTimeSettings, session, type Call, type RunTimeOf, type Session } from './session.ts';

/** The page of the platform: launches the SCO in the frame, answers its calls, shows what it says. */

const page = must<HTMLElement>('.lms');
const frame = must<HTMLIFrameElement>('#course');
const launchButton = must<HTMLButtonElement>('#launch');
const closeButton = must<HTMLButtonElement>('#close');
const resetButton = must<HTMLButtonElement>('#reset');
const attempt = `attempt?${page.dataset['query'] ?? ''}`;
const table = modelTable(must('#model'), page.dataset['characters'] ?? '');
const calls: Call[] = [];
let runTimeOf: RunTimeOf;
let current: Session | undefined;
/** What was sent by a beacon, which nobody answers; empty once it is known to be kept. */
let onTheWay = '';

/** What a test or a curious administrator may ask in the console. */
Object.assign(window, {
  previewLms: { calls, elements: () => current?.elements() ?? table.elements() },
});

/** Lets the page play a package, with the run-time of its standard. */
export function playPackage(ofStandard: RunTimeOf): void {
  runTimeOf = ofStandard;
  launchButton.addEventListener('click', launch);
  closeButton.addEventListener('click', close);
  resetButton.addEventListener('click', reset);
  showKept();
}

function launch() {
  const wishes = new URLSearchParams({ launch: '' });
  if (isOn('read-only')) wishes.set('review', '');
  const mastery = must<HTMLInputElement>('#mastery').value;
  if (mastery !== '') wishes.set('mastery', mastery);
  const { elements } = told(`${attempt}&${wishes.toString()}`);
  current = session(runTimeOf(elements, runTimeSettings), {
    refuses: () => isOn('commit-false'),
    keep,
    onCall: (call) => {
      calls.push(call);
      must('#no-calls').hidden = true;
      must('#calls').prepend(callRow(call));
      if (current) table.show(current.elements());
      if (/Initialize/.test(call.name) && call.answer === 'true') state('running');
      if (/Finish|Terminate/.test(call.name) && call.answer === 'true') state('ended');
    },
  });
  table.show(current.elements());
  if (!isOn('no-api')) Object.assign(window, { [current.name]: current.adapter });
  frame.src = page.dataset['course'] ?? '';
  frame.focus();
  launchButton.disabled = true;
  closeButton.disabled = false;
  state('running');
}

function close() {
  const last = current;
  const gone = async () => {
    // The page of the SCO may only now have loaded, and then it is still there.
    if (frame.contentWindow?.location.href !== 'about:blank') return;
    frame.removeEventListener('load', ended);
    // Only now: the SCO may still speak while its page goes away.
    if (last) Reflect.deleteProperty(window, last.name);
    await arrival();
    current = undefined;
    launchButton.disabled = false;
    closeButton.disabled = true;
    state('closed');
    showKept();
    launchButton.focus();
  };
  const ended = () => void gone();
  frame.addEventListener('load', ended);
  frame.src = 'about:blank';
}

/** Waits until what was sent by a beacon is kept; gives up after five seconds, as a platform would. */
async function arrival() {
  for (let tries = 0; onTheWay !== '' && tries < 50; tries += 1) {
    if (JSON.stringify(told(attempt).elements) === onTheWay) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  onTheWay = '';
}

function reset() {
  if (!confirm(resetButton.dataset['confirm'])) return;
  void fetch(attempt, { method: 'DELETE' }).then(() => {
    location.reload();
  });
}

/**
 * Keeps what the SCO committed. The request waits for its answer, as in most platforms; while the
 * window goes away browsers refuse such requests, and a beacon is sent instead.
 */
function keep(elements: Elements, ended: boolean): boolean {
  if (isOn('slow')) request('GET', 'wait');
  if (isOn('loses')) return true;
  const address = ended ? `${attempt}&ended` : attempt;
  const body = JSON.stringify(elements);
  const isAnswered = request('POST', address, body);
  const kept = isAnswered || navigator.sendBeacon(address, body);
  onTheWay = kept && !isAnswered ? body : '';
  must('#kept').hidden = !kept;
  must('#not-kept').hidden = kept;
  return kept;
}

function request(method: string, address: string, body?: string): boolean {
  try {
    const call = new XMLHttpRequest();
    call.open(method, address, false);
    call.send(body);
    return call.status >= 200 && call.status < 300;
  } catch {
    return false;
  }
}

/** What the preview keeps of the attempt, and how often it was launched. */
function told(address: string) {
  const call = new XMLHttpRequest();
  call.open('GET', address, false);
  call.send();
  return JSON.parse(call.responseText) as { launches: number; elements: Elements };
}

/** Shows what is kept while nothing runs. */
function showKept() {
  const { launches, elements } = told(attempt);
  table.show(elements);
  const word = launches > 0 ? launchButton.dataset['resume'] : launchButton.dataset['launch'];
  launchButton.textContent = word ?? '';
}

function state(name: 'running' | 'ended' | 'closed') {
  must('#state').dataset['state'] = name;
}

const isOn = (id: string) => must<HTMLInputElement>(`#${id}`).checked;

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
function must<T extends HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`The page has no ${selector}`);
  return element;
}
