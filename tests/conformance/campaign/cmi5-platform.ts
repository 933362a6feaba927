import { cmi5Driver } from '../../../scorm/standards/cmi5/driver.ts';
import { launchParameters } from '../../../scorm/standards/cmi5/launch-url.ts';
import type { Driver } from '../../../src/progress/driver.ts';
import { FakeCmi5Lms } from '../fake-cmi5/fake-cmi5.ts';
import type { Act, Kept, NamedFault, Platform, Trouble, Window } from './platform.ts';

const answersOf: Readonly<Record<string, string>> = {
  'the page on which to log in': '<!doctype html><title>Log in</title><form></form>',
  nothing: '',
  null: 'null',
  'a number': '42',
  'a list': '[]',
  'an object without anything': '{}',
  'half an object': '{"suspendData":"',
};

/** Faults that any request may have. */
const cmi5Faults: readonly NamedFault[] = [
  ['lost', 'does not arrive', { kind: 'throws' }],
  ['lost', 'is taken and not kept', { kind: 'lost' }],
  ['lost', 'is kept, and its answer does not arrive', { kind: 'unanswered' }],
  ...[400, 401, 403, 404, 409, 412, 413, 429, 500, 503].map((status): NamedFault => [
    'refused',
    `is refused with ${status}`,
    { kind: 'refused', error: String(status) },
  ]),
  ...Object.entries(answersOf).map(([what, answer]): NamedFault => [
    'odd value',
    `is answered by ${what}`,
    { kind: 'odd', answer },
  ]),
  ...['1', '2', '3'].map((code): NamedFault => [
    'token',
    `gives no token but error ${code}`,
    { kind: 'odd', answer: JSON.stringify({ 'error-code': code, 'error-text': 'no token' }) },
    'begin',
  ]),
];

const progressState = 'ati.progress';

/** A platform for cmi5 over the fake LMS and its record store. */
export class Cmi5Platform implements Platform {
  trouble: Platform['trouble'] = () => undefined;
  isOnline = true;
  readonly faults = cmi5Faults;
  private readonly lms = new FakeCmi5Lms();
  private index = 0;
  private isGone = false;
  private open = 0;

  launch({ now, store }: Window): () => Driver | undefined {
    this.index = 0;
    this.isGone = false;
    this.lms.now = now;
    const launched = launchParameters(this.lms.launch());
    const texts = new Map<string, string>();
    const ofWindow = {
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, text: string) => void texts.set(key, text),
      removeItem: (key: string) => void texts.delete(key),
    };
    return () =>
      launched &&
      cmi5Driver(launched, {
        fetch: (address, init) => this.asked(address, init),
        now,
        ofWindow: () => ofWindow,
        ofDevice: store,
        isLeaving: () => false,
        mayReturn: () => false,
        goTo: () => undefined,
      });
  }

  private async asked(address: string, init: RequestInit): Promise<Response> {
    this.open++;
    try {
      const { pathname, searchParams } = new URL(address);
      const { act, subject } = callOf(init, pathname, searchParams);
      const trouble = this.trouble({ index: this.index++, act, subject });
      if (trouble?.kind === 'gone') this.isGone = true;
      if (this.isGone || !this.isOnline) throw new TypeError('Failed to fetch');
      return await this.answer(address, init, act, trouble);
    } finally {
      this.open--;
    }
  }

  private async answer(
    address: string,
    init: RequestInit,
    act: Act,
    trouble: Trouble | undefined,
  ): Promise<Response> {
    switch (trouble?.kind) {
      case undefined:
      case 'gone':
        return this.lms.fetch(address, init);
      case 'throws':
        throw new TypeError('Failed to fetch');
      case 'unanswered':
        await this.lms.fetch(address, init);
        throw new TypeError('Failed to fetch');
      case 'refused':
        // The codes of SCORM stand for a server that fails.
        return new Response('', {
          status: Number(trouble.error) > 399 ? Number(trouble.error) : 503,
        });
      case 'lost':
        return new Response(null, { status: act === 'read' ? 404 : 204 });
      case 'odd': {
        const body = typeof trouble.answer === 'string' ? trouble.answer : 'null';
        const type = body.startsWith('<') ? 'text/html' : 'application/json';
        return new Response(body, { headers: { 'content-type': type } });
      }
      case 'altered': {
        if (act !== 'read')
          return this.lms.fetch(address, { ...init, body: altered(init.body as string, trouble) });
        const response = await this.lms.fetch(address, init);
        const { status, headers } = response;
        if (!response.ok) return response;
        return new Response(altered(await response.text(), trouble), { status, headers });
      }
    }
  }

  async settled(): Promise<void> {
    // The code after an answer may ask again: it is quiet when nothing was asked for a few turns.
    for (let quiet = 0, seen = this.index; quiet < 3;) {
      await new Promise((done) => void setImmediate(done));
      quiet = this.open === 0 && seen === this.index ? quiet + 1 : 0;
      seen = this.index;
    }
  }

  get kept(): Kept {
    const { statements, documents } = this.lms;
    const { verbs } = this.lms;
    const document = documents.get(progressState) as { suspendData?: string } | undefined;
    const scores = statements.map(({ result }) => result?.score?.['scaled'] ?? 0);
    return {
      suspendData: document?.suspendData ?? '',
      completion: verbs.includes('completed') ? 'completed' : 'incomplete',
      success: verbs.includes('passed') ? 'passed' : 'unknown',
      score: Math.max(0, ...scores.filter((_, at) => verbs[at] === 'passed')),
      // A statement is never changed: the rows are all there were.
      rows: statements.map(({ id }) => id ?? ''),
    };
  }

  /** Statements stay as they are; documents may be put back. */
  snapshot(): () => void {
    const documents = this.lms.documents.all();
    return () => {
      this.lms.documents.restore(documents);
    };
  }
}

function callOf(
  { method = 'GET', body }: RequestInit,
  path: string,
  query: URLSearchParams,
): { act: Act; subject: string } {
  if (path === '/token') return { act: 'begin', subject: 'fetch' };
  const subject = query.get('stateId') ?? query.get('profileId') ?? 'statements';
  if (method === 'GET') return { act: 'read', subject };
  if (method !== 'POST') return { act: 'write', subject };
  const isLast = typeof body === 'string' && body.includes('/terminated"');
  return { act: isLast ? 'end' : 'commit', subject };
}

/** A document with its suspend data altered; what has none is altered as a whole. */
function altered(text: string, { change }: { change: (text: string) => string }): string {
  try {
    const document = JSON.parse(text) as { suspendData?: unknown };
    if (typeof document.suspendData === 'string')
      return JSON.stringify({ ...document, suspendData: change(document.suspendData) });
  } catch {
    // Then it is a text like any other.
  }
  return change(text);
}
