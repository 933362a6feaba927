import { openConnection } from '../../../scorm/shell/connection.ts';
import type { CourseData } from '../../../scorm/shell/course-data.ts';
import { copiesOf } from '../../../src/progress/copies.ts';
import type { Driver } from '../../../src/progress/driver.ts';
import { course } from '../lms-harness.ts';
import type { Step } from './learner.ts';
import type { Platform } from './platform.ts';

const packaged: CourseData = {
  ...course,
  build: 'b1',
  version: '1.0.0',
  copies: 'copies.js',
  record: 'record.html',
  pages: [],
  start: 'start.html',
};

/** A device of a learner: its storage, and a clock that a test moves. */
export class Device {
  time = Date.UTC(2026, 10, 24, 9);
  private readonly texts = new Map<string, string>();
  private readonly canStore: boolean;
  private deferred: (() => void)[] = [];
  private timers: { at: number; work: () => void }[] = [];

  constructor(canStore = true) {
    this.canStore = canStore;
  }

  /**
   * Opens the course; nothing of an earlier window is left but what is stored.
   * @param connect gives the driver; the platform's own where it is left out
   */
  async open(
    platform: Platform,
    connect: () => Driver | undefined = platform.launch(this.environment),
  ): Promise<OpenCourse> {
    this.deferred = [];
    this.timers = [];
    const open = new OpenCourse(this, platform, connect);
    await platform.settled();
    return open;
  }

  readonly environment = {
    place: 'lms' as const,
    isVisible: true,
    store: () => {
      if (!this.canStore) throw new DOMException('denied', 'SecurityError');
      return {
        getItem: (key: string) => this.texts.get(key) ?? null,
        setItem: (key: string, text: string) => void this.texts.set(key, text),
        removeItem: (key: string) => void this.texts.delete(key),
      };
    },
    copies: () => Promise.resolve(copiesOf(course.structure, course.earlier)),
    now: () => this.time,
    defer: (work: () => void) => void this.deferred.push(work),
    after: (milliseconds: number, work: () => void) => {
      const timer = { at: this.time + milliseconds, work };
      this.timers.push(timer);
      return () => void (this.timers = this.timers.filter((other) => other !== timer));
    },
  };

  /** The browser paints, then does what was put off until then. */
  paint(): void {
    for (const work of this.deferred.splice(0)) work();
  }

  /** Lets time pass; timers run when they are due. */
  wait(seconds: number): void {
    for (const work of this.dueIn(seconds)) work();
  }

  /** The same as `wait`, on a platform whose answers have to be awaited. */
  async waitFor(seconds: number, platform: Platform): Promise<void> {
    for (const work of this.dueIn(seconds)) {
      work();
      await platform.settled();
    }
  }

  private *dueIn(seconds: number): Generator<() => void> {
    const end = this.time + seconds * 1000;
    for (;;) {
      const next = this.timers.toSorted((one, other) => one.at - other.at)[0];
      if (next === undefined || next.at > end) break;
      this.timers = this.timers.filter((other) => other !== next);
      this.time = Math.max(this.time, next.at);
      yield () => {
        next.work();
        this.paint();
      };
    }
    this.time = Math.max(this.time, end);
  }
}

/** The course as it is open in a window. */
export class OpenCourse {
  /** Errors thrown where none may be: a page would stay blank, or an act without an answer. */
  readonly thrown: unknown[] = [];
  /** Steps that the learner could take: a try that the page does not have open takes no answer. */
  readonly done: Step[] = [];
  private readonly device: Device;
  private readonly platform: Platform;
  private readonly connection: ReturnType<typeof openConnection> | undefined;

  constructor(device: Device, platform: Platform, connect: () => Driver | undefined) {
    this.device = device;
    this.platform = platform;
    const events = { connected: () => undefined, missing: () => undefined };
    this.connection = this.attempted(() =>
      openConnection(connect, packaged, device.environment, events),
    );
  }

  private attempted<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.thrown.push(error);
      return undefined;
    }
  }

  /** The session as it is now; undefined where the page is blank. */
  get session() {
    return this.connection?.session;
  }

  async act(step: Step): Promise<void> {
    const { connection, device, platform } = this;
    if (connection === undefined || !this.isPossible(step)) return;
    this.done.push(step);
    if ('seconds' in step) {
      try {
        await device.waitFor(step.seconds, platform);
      } catch (error) {
        this.thrown.push(error);
      }
    }
    this.attempted(() => {
      if ('seconds' in step) device.paint();
      else if ('event' in step) connection.recorder.record(step.event, step.report);
      else if (step.away) connection.session.hide();
      else connection.session.show();
      device.paint();
    });
    await platform.settled();
  }

  private isPossible(step: Step): boolean {
    if (!('event' in step) || !/^check\.(?:answered|finished)$/.test(step.event.type)) return true;
    const { check } = step.event as { check: string };
    return this.session?.attempt.checks[check]?.open !== undefined;
  }

  /** "Save and exit". @returns whether the learner was told that all was kept */
  async leave(): Promise<boolean> {
    try {
      return (await this.connection?.session.close()) === true;
    } catch (error) {
      this.thrown.push(error);
      return false;
    } finally {
      await this.platform.settled();
    }
  }

  /** Whether the learner sees that something is not recorded, not kept, or could not be read. */
  get isTold(): boolean {
    if (this.connection === undefined) return false;
    const { session, recorder, problem } = this.connection;
    const isSaved = ['kept', 'pending', 'readonly'].includes(recorder.saveStatus);
    // Without a copy the text of progress is shown, to be kept by hand.
    return problem !== undefined || !isSaved || (session.place === 'lms' && !session.hasCopy);
  }
}
