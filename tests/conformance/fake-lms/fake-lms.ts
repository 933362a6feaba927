import { loose } from '../../../scorm/preview/browser/misbehaviour.ts';
import type { Call, Fault } from './call.ts';
import { type ElementRule, generalName, type Standard } from './element.ts';
import type { LmsBehaviour } from './profiles.ts';

/** Settings of an administrator or a test before a launch. */
export interface Setting {
  /** Mode told to the course; '' is what careless LMSs say (P25). */
  readonly mode?: string;
  /** Mastery score as the standard writes it: `70` in SCORM 1.2, `0.7` in 2004. */
  readonly masteryScore?: string;
  /** Id of the learner, `jdoe` if nothing else is said. */
  readonly learner?: string;
}

/**
 * A strict LMS for one learner and one course: it holds to the standard's limits and vocabularies,
 * plus the behaviour of a profile. Values that were set and not committed are gone with the window.
 * No Node and no DOM in it, so that it runs in a page as well.
 */
export class FakeLms {
  readonly standard: Standard;
  readonly behaviour: LmsBehaviour;
  /** Values that are kept between launches. */
  kept = new Map<string, string>();
  readonly calls: Call[] = [];
  /** Milliseconds that slow commits took. */
  spent = 0;
  /** Refuses or breaks calls by function name, while set. */
  broken: Partial<Record<string, 'false' | 'throws'>> = {};
  /**
   * Decides on each call before it is made: a fault to answer with instead, or undefined. `index` counts
   * all calls of this LMS.
   */
  faults: (name: string, values: readonly string[], index: number) => Fault | undefined = () =>
    undefined;
  setting: Setting = {};
  /** Whether the API has lost its functions, as where its window was led elsewhere. */
  isGone = false;

  /** Requests to the server. */
  requests = 0;

  private values = new Map<string, string>();
  /** Values sent to the server, arrived or not, since the launch. */
  private sent = new Map<string, string>();
  private state: 'new' | 'running' | 'over' = 'new';
  private error = '0';

  constructor(standard: Standard, behaviour: LmsBehaviour = {}) {
    this.standard = standard;
    this.behaviour = behaviour;
  }

  /** Opens the course in a new window. @returns what a course finds in the window above it */
  launch(): Record<string, Record<string, (...values: string[]) => unknown>> {
    this.state = 'new';
    this.values = new Map(this.kept);
    this.sent = new Map(this.kept);
    this.isGone = false;
    const { functions, apiName } = this.standard;
    const api: Record<string, (...values: string[]) => unknown> = {};
    for (const [act, name] of Object.entries(functions))
      api[name] = (...values) => this.call(act as keyof typeof functions, name, values);
    const other = apiName === 'API' ? 'API_1484_11' : 'API';
    return {
      [apiName]: new Proxy(api, {
        get: (of, property) => (this.isGone ? undefined : (Reflect.get(of, property) as unknown)),
      }),
      ...(this.behaviour.bothApis && { [other]: this.forbidden(other) }),
    };
  }

  /** Takes what is set for sent, as where a request is lost on the way. */
  noteAsSent(): void {
    this.sent = new Map(this.values);
  }

  /** Calls of a function, by the standard's name. */
  callsOf(name: string): Call[] {
    return this.calls.filter((call) => call.name === name);
  }

  /** Calls that left an error behind. */
  get refused(): Call[] {
    return this.calls.filter(({ error }) => error !== '0');
  }

  private forbidden(name: string) {
    return new Proxy(
      {},
      {
        get: (_, property) => () => {
          this.calls.push({ name: `${name}.${String(property)}`, values: [], error: 'wrong API' });
          return 'true';
        },
      },
    );
  }

  private call(act: keyof Standard['functions'], name: string, values: string[]): unknown {
    if (act === 'getLastError' || act === 'getErrorString' || act === 'getDiagnostic')
      return this.explain(act, name, values);
    this.error = '0';
    const broken = this.broken[name];
    if (broken === 'throws') {
      this.calls.push({ name, values, error: 'threw' });
      throw new TypeError('undefined is not a function');
    }
    const fault = this.faults(name, values, this.calls.length);
    if (fault && fault.kind !== 'altered') {
      this.error = fault.kind === 'refused' ? fault.error : '0';
      this.calls.push({ name, values, error: fault.kind === 'throws' ? 'threw' : this.error });
      if (fault.kind === 'throws') throw new TypeError('undefined is not a function');
      if (fault.kind === 'odd') return fault.answer;
      if (fault.kind === 'lost') {
        if (act === 'commit' || act === 'terminate') this.noteAsSent();
        return act === 'getValue' ? '' : 'true';
      }
      return act === 'getValue' ? '' : 'false';
    }
    const isTyped = values.every((value) => typeof value === 'string');
    const [element = '', value = ''] = values;
    if (fault && act === 'setValue') values = [element, fault.change(value)];
    const answer = broken === 'false' || !isTyped ? this.fail('101') : this[act](values);
    this.calls.push({ name, values, error: this.error });
    if (fault && act === 'getValue') return fault.change(answer);
    return this.behaviour.numbers ? loose(answer) : answer;
  }

  /** Answers a question about the last error; a fault leaves that error as it is. */
  private explain(act: keyof Standard['functions'], name: string, values: string[]): unknown {
    const fault = this.faults(name, values, this.calls.length);
    this.calls.push({ name, values, error: '0' });
    if (fault?.kind === 'throws') throw new TypeError('undefined is not a function');
    if (fault?.kind === 'odd') return fault.answer;
    const answer = act === 'getLastError' ? this.error : `error ${values[0] ?? ''}`;
    if (fault?.kind === 'altered') return fault.change(answer);
    if (fault) return '';
    return act === 'getLastError' && this.behaviour.numbers ? Number(answer) : answer;
  }

  /** Sends the values: all of them, or those that differ from what was sent before. */
  private transmit() {
    const changed = [...this.values].filter(
      ([name, value]) => !this.behaviour.sendsDifferences || this.sent.get(name) !== value,
    );
    if (changed.length > 0) this.requests++;
    this.sent = new Map(this.values);
    if (this.behaviour.sendsDifferences) this.kept = new Map([...this.kept, ...changed]);
    else this.kept = new Map(this.values);
  }

  private fail(code: string, answer = 'false'): string {
    this.error = code;
    return answer;
  }

  private initialize(): string {
    const { errors } = this.standard;
    if (this.state !== 'new') {
      if (this.behaviour.moodle)
        throw new TypeError("Cannot read properties of null (reading 'cmi')");
      return this.fail(
        this.state === 'over' ? errors.initializeAfterTerminate : errors.alreadyInitialized,
      );
    }
    this.state = 'running';
    return 'true';
  }

  private getValue([element = '']: string[]): string {
    const { errors, elements } = this.standard;
    if (this.state === 'new') return this.fail(errors.getBefore, '');
    if (this.state === 'over') return this.fail(errors.getAfter, '');
    const rule = this.rule(element);
    if (typeof rule === 'string') return this.fail(rule, '');
    if (rule.access === 'write') return this.fail(errors.writeOnly, '');
    const { mode, masteryScore, learner } = this.setting;
    if (/_count$/.test(element)) return String(this.count(element.replace(/_count$/, '')));
    if (/mode$/.test(element) && mode !== undefined) return mode;
    if (/mastery_score$|scaled_passing_score$/.test(element)) return masteryScore ?? '';
    if (/(student|learner)_id$/.test(element) && learner !== undefined) return learner;
    if (/entry$/.test(element)) return this.kept.size > 0 ? 'resume' : 'ab-initio';
    const initial = elements.find(({ name }) => name === generalName(element).name)?.initial;
    return this.values.get(element) ?? initial ?? '';
  }

  private setValue([element = '', value = '']: string[]): string {
    const { errors, types } = this.standard;
    if (this.state === 'new') return this.fail(errors.setBefore);
    if (this.state === 'over') return this.fail(errors.setAfter);
    const rule = this.rule(element);
    if (typeof rule === 'string') return this.fail(rule);
    if (rule.access === 'read' || rule.type === undefined) return this.fail(errors.readOnly);
    const [index] = generalName(element).indexes;
    const row = /^(.*?\.\d+\.)/.exec(element)?.[1] ?? '';
    if (index !== undefined && index > this.count(row.replace(/\d+\.$/, '')))
      return this.fail(errors.order);
    // An id comes before everything else in its row (2004: 408; here all are out of order).
    if (index !== undefined && !element.endsWith('.id') && !this.values.has(`${row}id`))
      return this.fail(errors.order);
    // No two rows of objectives have one id (SCORM 2004 RTE 4.2.17.1).
    if (/^cmi\.objectives\.\d+\.id$/.test(element) && this.isTaken(element, value))
      return this.fail(errors.order);
    if (!types[rule.type]?.(value, (last) => this.values.get(row + last) ?? ''))
      return this.fail(errors.type);
    if (this.behaviour.moodle && this.isStrangeToMoodle(element, value))
      return this.fail(errors.type);
    this.values.set(element, value);
    return 'true';
  }

  private isTaken(element: string, id: string): boolean {
    return [...this.values].some(
      ([name, value]) =>
        name !== element && value === id && /^cmi\.objectives\.\d+\.id$/.test(name),
    );
  }

  /** Moodle takes letters, digits, dots and underscores in tokens of responses. */
  private isStrangeToMoodle(element: string, value: string): boolean {
    const type = this.values.get(element.replace(/learner_response$/, 'type'));
    if (type === 'numeric' || type === 'fill-in') return false;
    return /learner_response$/.test(element) && !/^[A-Za-z0-9_.[\],]+$/.test(value);
  }

  private commit(): string {
    const { errors } = this.standard;
    if (this.state === 'new') return this.fail(errors.commitBefore);
    if (this.state === 'over') return this.fail(errors.commitAfter);
    if (this.behaviour.forbidsWaiting) throw new DOMException('not allowed', 'NetworkError');
    this.spent += this.behaviour.commitTakes ?? 0;
    if (!this.behaviour.losesData) this.transmit();
    return 'true';
  }

  private terminate(): string {
    const { errors } = this.standard;
    if (this.state === 'new') return this.fail(errors.terminateBefore);
    if (this.state === 'over') return this.fail(errors.terminateAfter);
    const status = this.values.get('cmi.core.lesson_status') ?? 'not attempted';
    if (this.behaviour.moodle && this.standard.apiName === 'API') this.judgeAsMoodle(status);
    const { behaviour: behaviour, values } = this;
    if (behaviour.moodle && this.standard.apiName !== 'API' && values.get('cmi.exit') !== 'suspend')
      for (const name of ['cmi.suspend_data', 'cmi.location', 'cmi.completion_status'])
        values.delete(name);
    const isOver = [status, values.get('cmi.completion_status')].some((word) =>
      ['completed', 'passed'].includes(word ?? ''),
    );
    if (behaviour.wipesOnComplete && isOver)
      for (const name of ['cmi.suspend_data', 'cmi.core.lesson_location', 'cmi.location'])
        values.delete(name);
    if (!behaviour.losesData) this.transmit();
    this.state = 'over';
    return 'true';
  }

  /** P12 and P21: what Moodle makes of a status at LMSFinish. */
  private judgeAsMoodle(status: string) {
    if ((this.setting.mode ?? 'normal') !== 'normal') return;
    const { masteryScore } = this.setting;
    const raw = this.values.get('cmi.core.score.raw');
    let judged = status === 'not attempted' ? 'completed' : status;
    if (masteryScore !== undefined && raw !== undefined)
      judged = Number(raw) >= Number(masteryScore) ? 'passed' : 'failed';
    this.values.set('cmi.core.lesson_status', judged);
  }

  private rule(element: string): ElementRule | string {
    const { errors, elements } = this.standard;
    const { name } = generalName(element);
    const rule = elements.find((other) => other.name === name);
    if (rule === undefined) return errors.unknown;
    if (rule.isOptional && this.behaviour.mandatoryOnly) return errors.notImplemented;
    return rule;
  }

  /** Number of rows of a list, by its path with a final dot. */
  private count(path: string): number {
    const rows = [...this.values.keys()].filter((name) => name.startsWith(path));
    return new Set(rows.map((name) => name.slice(path.length).split('.')[0])).size;
  }
}
