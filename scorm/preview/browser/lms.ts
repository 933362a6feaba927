import type { Elements } from '../../standards/standard.ts';
import { type Sequencing, showActivities } from './activities.ts';
import { modelTable } from './model-table.ts';
import { Differences, loosened, mandatoryOnly, otherInterface, wiped } from './misbehaviour.ts';
import { must } from './must.ts';
import { callRow } from './call-row.ts';
import { frameWatch } from './frame-watch.ts';
import { commitStore, request, fetchJson } from './commit-store.ts';
import { runTimeSettings, session, type Call, type RunTimeOf, type Session } from './session.ts';

/** The page of the platform: launches the SCO in the frame, implements its API, shows its calls. */

const page = must<HTMLElement>('.lms');
const frame = must<HTMLIFrameElement>('#course');
const launchButton = must<HTMLButtonElement>('#launch');
const closeButton = must<HTMLButtonElement>('#close');
const resetButton = must<HTMLButtonElement>('#reset');
const attempt = `attempt?${page.dataset['query'] ?? ''}`;
const table = modelTable(must('#model'), page.dataset['characters'] ?? '');
const unanswered = page.dataset['unanswered'] ?? '';
const problems = must('#problems');
const watch = frameWatch(frame, problems, { blank: page.dataset['blank'] ?? '', unanswered });
/** Delay of a late API, in milliseconds. */
const lateness = 6000;
const calls: Call[] = [];
let runTimeOf: RunTimeOf;
let sequencing: Sequencing | undefined;
let current: Session | undefined;
let isLeaving = false;
let differences = new Differences({});
let stored: Elements = {};

/** Stored attempt, and the number of its launches. */
interface Attempt {
  readonly launches: number;
  readonly elements: Elements;
}
/** Launch data that the preview server sends. */
interface Launch extends Attempt {
  readonly place: string;
  readonly address: string;
  readonly problems: readonly string[];
}

const kept = () => fetchJson('GET', attempt) as Attempt | undefined;
const store = commitStore(
  () => isLeaving,
  () => kept()?.elements,
  (state) => {
    for (const each of ['kept', 'on-its-way', 'not-kept']) must(`#${each}`).hidden = each !== state;
  },
);

/** Interface for tests and for the browser console. */
Object.assign(window, {
  previewLms: { calls, elements: () => current?.elements() ?? table.elements() },
});

/** Starts the page for a package, with the run-time of its standard, and with sequencing if the standard has it. */
export function playPackage(ofStandard: RunTimeOf, withSequencing?: Sequencing): void {
  runTimeOf = ofStandard;
  sequencing = withSequencing;
  launchButton.addEventListener('click', launch);
  closeButton.addEventListener('click', close);
  resetButton.addEventListener('click', reset);
  window.addEventListener('pagehide', () => (isLeaving = true));
  window.addEventListener('beforeunload', () => (isLeaving = true));
  showKept();
}

function launch() {
  const launchQuery = new URLSearchParams({ launch: '' });
  if (isOn('read-only')) launchQuery.set('review', '');
  if (isOn('strict')) launchQuery.set('strict', '');
  const mastery = must<HTMLInputElement>('#mastery');
  if (!mastery.reportValidity()) return;
  if (mastery.value !== '') launchQuery.set('mastery', mastery.value);
  const launched = fetchJson('POST', `${attempt}&${launchQuery.toString()}`) as Launch | undefined;
  if (!launched) return tellUnanswered();
  isLeaving = false;
  watch.start(launched.place, launched.problems);
  stored = launched.elements;
  differences = new Differences(stored);
  current = session(runTimeOf(launched.elements, runTimeSettings), {
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
  if (!isOn('no-api')) publish(current);
  frame.addEventListener('load', leavingIsSeen);
  frame.src = launched.address;
  frame.focus();
  launchButton.disabled = true;
  closeButton.disabled = false;
  state('running');
}

/** Installs the API object where a SCO looks for it, immediately or late. */
function publish(opened: Session) {
  const calls = isOn('mandatory') ? mandatoryOnly(opened.adapter) : opened.adapter;
  const adapter = isOn('numbers') ? loosened(calls) : calls;
  const put = () => {
    if (current === opened) Object.assign(window, { [opened.name]: adapter });
    if (isOn('both'))
      Object.assign(window, { [otherName(opened.name)]: otherInterface(opened.name) });
  };
  if (isOn('late')) setTimeout(put, lateness);
  else put();
}

/** An unloading page may still commit, but browsers then refuse synchronous requests. */
function leavingIsSeen() {
  isLeaving = false;
  try {
    for (const event of ['beforeunload', 'pagehide'])
      frame.contentWindow?.addEventListener(event, () => (isLeaving = true), { capture: true });
  } catch {
    // A page of another origin cannot call the API.
  }
}

function tellUnanswered() {
  problems.textContent = unanswered;
  problems.hidden = false;
}

function close() {
  const last = current;
  isLeaving = true;
  const gone = async () => {
    // This may be the load event of the SCO itself, which is then still open.
    if (!isBlankPage()) return;
    frame.removeEventListener('load', ended);
    // The API is removed only now, because the SCO may still call it while unloading.
    if (last)
      for (const name of [last.name, otherName(last.name)]) Reflect.deleteProperty(window, name);
    await store.arrival();
    current = undefined;
    launchButton.disabled = false;
    closeButton.disabled = true;
    state('closed');
    showKept();
    launchButton.focus();
  };
  const isBlankPage = () => {
    try {
      return frame.contentWindow?.location.href === 'about:blank';
    } catch {
      return false;
    }
  };
  const ended = () => void gone();
  watch.stop();
  frame.removeEventListener('load', leavingIsSeen);
  frame.addEventListener('load', ended);
  frame.src = 'about:blank';
}

function reset() {
  if (!confirm(resetButton.dataset['confirm'])) return;
  if (request('DELETE', attempt) === 204) location.reload();
  else must('#not-kept').hidden = false;
}

function keep(elements: Elements, ended: boolean): boolean {
  if (isOn('slow')) request('GET', 'wait');
  const sent = differences.of(elements);
  if (isOn('loses')) return true;
  if (isOn('differences') && !ended && Object.keys(sent).length === 0) return true;
  const arrived = isOn('differences') ? { ...stored, ...sent } : elements;
  stored = ended && isOn('wipes') ? wiped(arrived) : arrived;
  return store.keep(ended ? `${attempt}&ended` : attempt, stored);
}

/** Shows the stored attempt while no session is open. */
function showKept() {
  const now = kept();
  if (!now) return tellUnanswered();
  const { launches, elements } = now;
  table.show(elements);
  showActivities(sequencing);
  const word = launches > 0 ? launchButton.dataset['resume'] : launchButton.dataset['launch'];
  launchButton.textContent = word ?? '';
}

function state(name: 'running' | 'ended' | 'closed') {
  must('#state').dataset['state'] = name;
}

const otherName = (name: Session['name']) => (name === 'API' ? 'API_1484_11' : 'API');

const isOn = (id: string) => must<HTMLInputElement>(`#${id}`).checked;
