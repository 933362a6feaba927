import { scormFaults } from './scorm-faults.ts';
import { findApi } from '../../../scorm/standards/scorm/find-api.ts';
import type { Driver, Launch } from '../../../src/progress/driver.ts';
import type { SessionEnvironment } from '../../../src/progress/session.ts';
import type { Fault } from '../fake-lms/call.ts';
import type { scorm12Driver } from '../../../scorm/standards/scorm12/driver.ts';
import { FakeLms } from '../fake-lms/fake-lms.ts';
import type { LmsBehaviour } from '../fake-lms/profiles.ts';
import type { Standard } from '../fake-lms/element.ts';

/** Purpose of a call, whatever a standard calls it. */
export type Act = 'begin' | 'read' | 'write' | 'commit' | 'end' | 'explain';

/** A call of a driver, as its platform sees it. */
export interface SeenCall {
  /** Counts the calls of the platform from 0. */
  readonly index: number;
  readonly act: Act;
  /** Element that is read or written, such as `cmi.suspend_data`. */
  readonly subject: string;
}

/** Trouble with a call; `gone` takes the whole platform away, until the next window. */
export type Trouble =
  | Fault
  | { readonly kind: 'gone' }
  /** A request is taken, and its answer never arrives. */
  | { readonly kind: 'unanswered' };

/** A fault that any call may have: the kind it is counted under, what happens, and to which acts it may happen. */
export type NamedFault = readonly [kind: string, name: string, Trouble, only?: Act];

/** Functions of the device that a platform needs when it is opened. */
export type Window = Pick<SessionEnvironment, 'now' | 'store'>;

/** Record of a learner on a platform, as an administrator would see it. */
export interface Kept extends Pick<Launch, 'completion' | 'success' | 'score'> {
  readonly suspendData: string;
  /** Ids in the log, by row. */
  readonly rows: readonly string[];
}

/**
 * A platform that can misbehave at each call, for one standard. The campaign knows nothing of a
 * standard but this, so that another joins with its driver and a platform of this shape.
 */
export interface Platform {
  /** Opens the course in a new window. @returns what the shell finds in it, asked as often as it looks */
  launch(window: Window): () => Driver | undefined;
  /** Faults that its calls may have. */
  readonly faults: readonly NamedFault[];
  /** Waits until every call that was made has its answer. */
  settled(): Promise<void>;
  /** Asked before each call; undefined lets it pass. */
  trouble: (call: SeenCall) => Trouble | undefined;
  readonly kept: Kept;
  /** Copies the record. @returns puts it back: for a platform restored from an older copy, or looked at twice */
  snapshot(): () => void;
  /** Whether the browser has a network; without one a platform answers "true" and keeps nothing. */
  isOnline: boolean;
}

/** Differences between the two SCORM platforms. */
export interface ScormNames {
  readonly standard: Standard;
  readonly driverOf: typeof scorm12Driver;
  readonly keptIn: (
    values: ReadonlyMap<string, string>,
  ) => Pick<Kept, 'completion' | 'success' | 'score'>;
}

const answered = Promise.resolve();

/** A SCORM platform over the fake LMS. */
export class ScormPlatform implements Platform {
  trouble: Platform['trouble'] = () => undefined;
  isOnline = true;
  readonly faults = scormFaults;
  private readonly lms: FakeLms;
  private readonly names: ScormNames;
  private readonly acts: ReadonlyMap<string, Act>;
  private index = 0;

  constructor(names: ScormNames, behaviour: LmsBehaviour = {}) {
    this.names = names;
    this.lms = new FakeLms(names.standard, behaviour);
    const { functions } = names.standard;
    this.acts = new Map<string, Act>([
      [functions.initialize, 'begin'],
      [functions.getValue, 'read'],
      [functions.setValue, 'write'],
      [functions.commit, 'commit'],
      [functions.terminate, 'end'],
    ]);
    this.lms.faults = (name, [subject = '']) => {
      const act = this.acts.get(name) ?? 'explain';
      const trouble = this.trouble({ index: this.index++, act, subject });
      if (trouble?.kind === 'gone') {
        this.lms.isGone = true;
        return { kind: 'throws' };
      }
      if (trouble?.kind === 'unanswered') return { kind: 'lost' };
      return trouble ?? this.withoutNetwork(act);
    };
  }

  private withoutNetwork(act: Act): Fault | undefined {
    const isSent = act === 'commit' || act === 'end';
    return isSent && !this.isOnline ? { kind: 'lost' } : undefined;
  }

  launch(): () => Driver | undefined {
    const { standard, driverOf } = this.names;
    const { apiName, functions } = standard;
    const win = this.lms.launch();
    this.index = 0;
    return () => {
      const api = findApi(apiName, functions.initialize, win);
      return api && driverOf(api, () => this.isOnline);
    };
  }

  get kept(): Kept {
    const { kept } = this.lms;
    const rows = [...kept].flatMap(([name, id]) => {
      const row = /^cmi\.interactions\.(\d+)\.id$/.exec(name)?.[1];
      return row === undefined ? [] : [[Number(row), id] as const];
    });
    return {
      suspendData: kept.get('cmi.suspend_data')?.trimEnd() ?? '',
      rows: Object.assign([] as string[], Object.fromEntries(rows)),
      ...this.names.keptIn(kept),
    };
  }

  settled(): Promise<void> {
    // Its functions answer at once.
    return answered;
  }

  snapshot(): () => void {
    const kept = new Map(this.lms.kept);
    return () => void (this.lms.kept = new Map(kept));
  }
}
