import { advance, type Clock, type ClockEvent, idleAfter, startClock } from '../course/clock.ts';
import { type Attempt, record } from './attempt.ts';
import { type Delivery, deliveryOf, keepAliveAfter } from './delivery.ts';
import type { Driver, LearnerStatus } from './driver.ts';

/** What a session needs from the page it runs in; in tests all of it is made by hand. */
export interface Environment {
  /** The time, in milliseconds. */
  readonly now: () => number;
  /** Runs work after the next paint: feedback is on screen before an LMS may freeze the page (P17). */
  readonly defer: (work: () => void) => void;
  /** Runs work after that many milliseconds. @returns a function that calls it off */
  readonly after: (milliseconds: number, work: () => void) => () => void;
  readonly isVisible: boolean;
}

/** The copy of an attempt on this device. Nothing here throws. */
export interface DeviceCopy {
  /** The attempt to go on from: another window may have written to the copy meanwhile. */
  latest(attempt: Attempt): Attempt;
  /** Writes the attempt, at once. @returns whether the copy holds it */
  keep(attempt: Attempt): boolean;
}

/** What an engine runs with. */
export interface EngineParts {
  /** The attempt as it was found. */
  readonly attempt: Attempt;
  readonly device: DeviceCopy;
  readonly environment: Environment;
  /** Takes what happens, after the paint; none where nothing may be written. */
  readonly driver: Driver | undefined;
  /**
   * What the driver is to keep of an attempt.
   * @param seconds active seconds of this session
   * @param isThorough whether time passed alone is worth writing
   */
  readonly statusOf: (attempt: Attempt, seconds: number, isThorough: boolean) => LearnerStatus;
}

/**
 * What every session does, on the website and in an LMS alike: what happens changes the attempt, goes
 * at once to the copy on this device, then to whoever listens, and after the next paint to the driver.
 */
export interface Engine {
  readonly attempt: Attempt;
  /** Active seconds of this session. */
  readonly seconds: number;
  /** Whether the copy on this device holds the attempt. */
  readonly hasCopy: boolean;
  readonly delivery: Delivery | undefined;
  /**
   * Changes the attempt.
   * @param isAct whether the driver is told at once
   * @returns whether it was a change
   */
  change(step: (attempt: Attempt) => Attempt, isAct: boolean): boolean;
  /** Takes over what another window wrote to the copy. */
  catchUp(): void;
  /** Begins anew with another attempt, whose time starts now. */
  restart(attempt: Attempt): void;
  subscribe(listener: () => void): () => void;
  tell(): void;
  /** The learner did something: time passes. */
  active(): void;
  /** The page was hidden: what is unsaved is saved now, and the clock stops. */
  hide(): void;
  /** The page is visible again. */
  show(): void;
  /** Saves and ends. Closing twice does no harm. @returns whether everything was taken */
  close(): boolean | Promise<boolean>;
}

/** Starts an engine. */
export function startEngine(parts: EngineParts): Engine {
  const { device, driver, environment, statusOf } = parts;
  const { now, defer, after, isVisible } = environment;
  const listeners = new Set<() => void>();
  let { attempt } = parts;
  let hasCopy = true;
  let clock: Clock = startClock(now(), isVisible);
  /** Whole seconds that are in the attempt, and of these in what the driver was given last. */
  let counted = 0;
  let given = 0;
  let ended: boolean | Promise<boolean> | undefined;

  function keep(after: Attempt) {
    attempt = after;
    hasCopy = device.keep(attempt);
  }

  /** Lets time pass, and counts whole seconds in the attempt. */
  function pass(type: ClockEvent['type']) {
    clock = advance(clock, { type, at: now() });
    const seconds = Math.floor(clock.seconds) - counted;
    if (seconds === 0) return;
    counted += seconds;
    keep(record(device.latest(attempt), { type: 'time.passed', seconds }));
  }

  function tell() {
    for (const listener of listeners) {
      try {
        listener();
      } catch {
        // A page that is gone cannot be told.
        listeners.delete(listener);
      }
    }
  }

  const delivery =
    driver &&
    deliveryOf({
      driver,
      defer,
      after,
      status(isThorough) {
        pass('asked');
        return statusOf(attempt, clock.seconds, isThorough);
      },
      isAttended: () => clock.visible && now() - clock.active < keepAliveAfter,
      given: () => void (given = counted),
      tell,
    });

  return {
    get attempt() {
      return attempt;
    },
    get seconds() {
      return clock.seconds;
    },
    get hasCopy() {
      return hasCopy;
    },
    delivery,
    change(step, isAct) {
      attempt = device.latest(attempt);
      const changed = step(attempt);
      if (changed === attempt) return false;
      keep(changed);
      pass('active');
      delivery?.schedule(isAct);
      tell();
      return true;
    },
    catchUp() {
      attempt = device.latest(attempt);
      tell();
    },
    restart(fresh) {
      attempt = fresh;
      clock = startClock(now(), clock.visible);
      counted = 0;
      given = 0;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell,
    active() {
      if (now() - clock.active >= idleAfter / 10) pass('active');
    },
    hide() {
      const isPending = delivery !== undefined && delivery.saveStatus !== 'kept';
      pass('hidden');
      if (isPending || counted > given) delivery?.commit(true);
    },
    show: () => pass('visible'),
    close() {
      if (ended !== undefined) return ended;
      pass('hidden');
      ended = delivery?.close() ?? true;
      tell();
      return ended;
    },
  };
}
