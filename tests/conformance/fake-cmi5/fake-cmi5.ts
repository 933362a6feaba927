import { newRecord, sentBy, type Unit } from '../../../scorm/preview/cmi5/record.ts';
import { Registration, type LaunchOptions } from '../../../scorm/preview/cmi5/registration.ts';
import type { StoredDocument } from '../../../scorm/preview/cmi5/document.ts';
import type { Arrived } from '../../../scorm/preview/cmi5/statement.ts';

/** A request as it arrived. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly keepalive: boolean;
}

/** Settings of an administrator before a launch. */
export type Setting = LaunchOptions;

const unit: Unit = { id: 'urn:test:publisher-id', moveOn: 'CompletedAndPassed', blocks: [] };

/** The platform of the preview without a network: every request can be looked at, and can fail. */
export class FakeCmi5Lms {
  /** Requests that were refused, and why: a requirement of cmi5, or a word of xAPI. */
  readonly refused: string[] = [];
  readonly asked: Asked[] = [];
  /** Answers a request in place of the LMS. */
  fault: (asked: Asked) => Response | 'lost' | undefined = () => undefined;
  now = () => 0;
  /** Addresses of this LMS and of the package. */
  origin = 'https://lms.example';
  content = 'https://content.example/course/index.html';
  private names = 0;
  private tokens = 0;
  private readonly registration = new Registration(
    newRecord('760e3480-ba55-4991-94b0-01820dbd23a2'),
    {
      account: { homePage: 'https://lms.example', name: 'jdoe' },
      learner: 'Jo Doe',
      names: 'https://lms.example/',
      newId: () => `00000000-0000-4000-8000-${String(++this.names).padStart(12, '0')}`,
      newToken: () => `token-${++this.tokens}`,
      now: () => this.now(),
      keep: () => undefined,
    },
  );

  /** Launches the package. @returns its address */
  launch(setting: Setting = {}): string {
    const at = { platform: this.origin, unit: this.content };
    return `${this.content}?${this.registration.launch({ units: [unit], unit }, at, setting).toString()}`;
  }

  /** The package, as this LMS names it. */
  get activityId(): string {
    return this.registration.activityId(unit.id);
  }

  /** Every statement of the package that was stored, in order. */
  get statements(): Arrived[] {
    return sentBy(this.registration.record, unit.id);
  }

  get verbs(): string[] {
    return this.statements.map(({ verb }) => verb?.id?.split('/').at(-1) ?? '');
  }

  /** State documents, by their id. */
  readonly documents = {
    get: (id: string): unknown => {
      const found = this.states[this.key(id)];
      return found && (JSON.parse(found.text) as unknown);
    },
    put: (id: string, document: object) => {
      this.states[this.key(id)] = { type: 'application/json', text: JSON.stringify(document) };
    },
    has: (id: string) => this.key(id) in this.states,
    /** All that are kept, to be put back with `restore`. */
    all: (): Readonly<Record<string, StoredDocument>> => ({ ...this.states }),
    restore: (all: Readonly<Record<string, StoredDocument>>) => {
      for (const key of Object.keys(this.states)) Reflect.deleteProperty(this.states, key);
      Object.assign(this.states, all);
    },
  };

  /** `fetch`, as far as this LMS is asked. */
  readonly fetch = (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address);
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: typeof init.body === 'string' ? init.body : undefined,
      keepalive: init.keepalive === true,
    };
    this.asked.push(asked);
    const fault = this.fault(asked);
    if (fault === 'lost') return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(fault ?? this.answer(asked, new Headers(init.headers)));
  };

  private answer({ method, path, query, body = '' }: Asked, sent: Headers): Response {
    const told = (name: string) => sent.get(name) ?? undefined;
    const {
      status,
      headers,
      body: text,
      refused,
    } = this.registration.answer({
      ...{ method, path: path.slice(1), query, body },
      headers: {
        authorization: told('authorization'),
        version: told('x-experience-api-version'),
        type: told('content-type'),
        ifMatch: told('if-match'),
        ifNoneMatch: told('if-none-match'),
      },
    });
    if (refused !== undefined) this.refused.push(refused);
    const date = new Date(this.now()).toUTCString();
    return new Response(text || null, { status, headers: { ...headers, date } });
  }

  private get states() {
    return this.registration.record.states;
  }

  private key(id: string): string {
    return `${this.activityId}\n${id}`;
  }
}
