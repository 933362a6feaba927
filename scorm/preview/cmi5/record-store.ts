import { createHash, randomBytes, randomUUID } from 'node:crypto';
import requirements from '@cmi5/requirements/requirements.json' with { type: 'json' };
import type { Attempts } from '../attempts.ts';
import { type KeptAttempt, learner, noAttempt } from '../launch.ts';
import type { PlatformResponse, PlatformRequest } from './exchange.ts';
import { type CourseRecord, newRecord, type Unit } from './record.ts';
import { Registration, type LaunchOptions } from './registration.ts';
import { clockError, type Trouble, troubledResponse } from './troubles.ts';
import { type ShownRequest, type View, viewOf } from './view.ts';

/** Host of IRIs that the preview assigns; reserved, so it never resolves (RFC 2606). */
const names = 'https://preview.invalid/';
/** Maximum number of listed requests, more than anyone reads; older ones are dropped. */
const mostRequests = 1000;

const texts: Readonly<Record<string, { readonly txt: string } | undefined>> = requirements;

/**
 * The record store of one course in the preview: keeps its registration in a file, lists the requests since the
 * preview was started, and misbehaves on demand.
 */
export class RecordStore {
  /** The kinds of misbehaviour that are switched on. */
  troubles: ReadonlySet<Trouble> = new Set();
  readonly #attempts: Attempts;
  readonly #key: string;
  readonly #requests: ShownRequest[] = [];

  /** @param identity of the course; determines the registration */
  constructor(attempts: Attempts, identity: string) {
    this.#attempts = attempts;
    this.#key = `${identity}\nregistration`;
  }

  /** The time by the clock of the platform. */
  get time(): Date {
    return new Date(Date.now() + clockError(this.troubles));
  }

  /** Whether the stored registration can be read; if not, the next launch starts a new one. */
  get isReadable(): boolean {
    return this.#kept() !== undefined;
  }

  /** Launches a unit. @returns its launch parameters @throws if the registration cannot be stored */
  launch(
    of: { units: readonly Unit[]; unit: Unit },
    at: { platform: string; unit: string },
    launchOptions: LaunchOptions,
  ): URLSearchParams {
    return this.#registration().launch(of, at, launchOptions);
  }

  /** Abandons the last session of a unit if the unit did not end it. */
  leave(unit: string): void {
    const registration = this.#registration();
    const last = registration.record.sessions.findLast((each) => each.unit === unit);
    if (last) registration.abandon(last);
  }

  view(unit: Unit): View {
    const registration = this.#registration();
    const activityId = registration.activityId(unit.id);
    return viewOf(registration.record, unit, activityId, this.#requests);
  }

  forget(): void {
    this.#attempts.forget(this.#key);
    this.#requests.splice(0);
  }

  /** Responds to a request of a unit. @throws if a change cannot be stored */
  answer(request: PlatformRequest): PlatformResponse | 'lost' {
    const answer = troubledResponse(this.troubles, request) ?? this.#registration().answer(request);
    const { refused = '' } = answer === 'lost' ? {} : answer;
    this.#requests.push({
      at: Date.now(),
      name: `${request.method} ${request.path.replace(/^xapi\//, '')}`,
      what: request.query['stateId'] ?? request.query['profileId'] ?? verbsOf(request),
      status: answer === 'lost' ? '' : String(answer.status),
      refused,
      why: texts[refused]?.txt ?? '',
    });
    this.#requests.splice(0, this.#requests.length - mostRequests);
    return answer;
  }

  #registration(): Registration {
    const record = this.#read();
    return new Registration(record, {
      account: { homePage: names, name: learner.id },
      learner: learner.name,
      names,
      newId: randomUUID,
      newToken: () => randomBytes(18).toString('base64url'),
      now: () => this.time.getTime(),
      keep: (changed) => {
        this.#attempts.write(this.#key, { ...noAttempt, record: changed });
      },
    });
  }

  /** The record; a new one if there is none or it cannot be read, as for an attempt in SCORM. */
  #read(): CourseRecord {
    return this.#kept()?.record ?? newRecord(uuidOf(this.#key));
  }

  #kept(): KeptAttempt | undefined {
    try {
      return this.#attempts.read(this.#key);
    } catch {
      return undefined;
    }
  }
}

/** Verbs of the statements in a request. */
function verbsOf({ path, body }: PlatformRequest): string {
  if (path !== 'xapi/statements') return '';
  const verbs = body.match(/"verb":\{"id":"[^"]*"/g) ?? [];
  return verbs.map((verb) => verb.slice(verb.lastIndexOf('/') + 1, -1)).join(' ');
}

/** A name-based UUID, version 5 (RFC 9562, section 5.5). */
function uuidOf(name: string): string {
  const digits = createHash('sha1').update(name).digest('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
