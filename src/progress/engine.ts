import { advance, type Clock, type ClockEvent, idleAfter, startClock } from '../course/clock.ts';
import { type Attempt, record } from './attempt.ts';
import { listenersOf } from './listeners.ts';

/** The copy of an attempt on this device. No method throws. */
export interface DeviceCopy {
  /** The attempt to continue from, since another window may have written to the copy meanwhile. */
  latest(attempt: Attempt): Attempt;
  /** Writes the attempt immediately. @returns whether the copy contains it */
  keep(attempt: Attempt): boolean;
}

/** Receiver of changes after the copy on this device: an LMS, or the disk. */
export interface Outlet {
  /** Whether changes are still to be sent. */
  readonly isPending: boolean;
  /** Schedules sending a change. @param isAct whether to send it at once */
  schedule(isAct: boolean): void;
  /** Sends everything now. @param isThorough whether elapsed time alone is worth sending */
  commit(isThorough?: boolean): void;
  /** Sends everything and ends. @returns whether all of it was accepted */
  close(): boolean | Promise<boolean>;
}

/** The engine, as seen by the outlet that sends its changes. */
export interface OutletSource {
  /** Returns the current attempt and the active seconds of this session; they count as sent. */
  readonly take: () => { readonly attempt: Attempt; readonly seconds: number };
  /** Seconds since the learner's last action; infinite while the page is hidden. */
  readonly idleFor: () => number;
  /** Notifies the listeners of the engine. */
  readonly tell: () => void;
}

/** Parts of an engine. */
export interface EngineParts<O extends Outlet> {
  /** The attempt at the start. */
  readonly attempt: Attempt;
  readonly device: DeviceCopy;
  /** Returns the current time, in milliseconds. */
  readonly now: () => number;
  readonly isVisible: boolean;
  /** Makes the outlet; absent if changes are only stored on this device. */
  readonly outlet?: ((source: OutletSource) => O) | undefined;
}

/**
 * The engine of every session, on the website and in an LMS alike: a change of the attempt goes first to the copy on
 * this device, then to the listeners, and then to the outlet.
 */
export interface Engine<O extends Outlet> {
  readonly attempt: Attempt;
  /** Active seconds of this session. */
  readonly seconds: number;
  /** Whether the copy on this device contains the attempt. */
  readonly hasCopy: boolean;
  readonly outlet: O | undefined;
  /**
   * Changes the attempt.
   * @param isAct whether the outlet is to send it at once
   * @returns whether it was a change
   */
  change(step: (attempt: Attempt) => Attempt, isAct: boolean): boolean;
  /** Takes over changes that another window wrote to the copy. */
  catchUp(): void;
  /** Restarts with another attempt, whose time starts now. */
  restart(attempt: Attempt): void;
  subscribe(listener: () => void): () => void;
  tell(): void;
  /** Reports activity of the learner, which keeps the clock running. */
  active(): void;
  /** Reports that the page was hidden: unsaved changes are saved now, and the clock stops. */
  hide(): void;
  /** Reports that the page is visible again. */
  show(): void;
  /** Saves and ends. Closing twice is harmless. @returns whether everything was accepted */
  close(): boolean | Promise<boolean>;
}

/** Starts an engine. */
export function startEngine<O extends Outlet>(parts: EngineParts<O>): Engine<O> {
  const { device, now, isVisible } = parts;
  const { tell, subscribe } = listenersOf();
  let { attempt } = parts;
  let hasCopy = true;
  let clock: Clock = startClock(now(), isVisible);
  /** Whole seconds that are in the attempt, and of these in what the outlet took last. */
  let counted = 0;
  let sent = 0;
  let ended: boolean | Promise<boolean> | undefined;

  function keep(after: Attempt) {
    attempt = after;
    hasCopy = device.keep(attempt);
  }

  /** Advances the clock, and adds whole seconds to the attempt. */
  function pass(type: ClockEvent['type']) {
    clock = advance(clock, { type, at: now() });
    const seconds = Math.floor(clock.seconds) - counted;
    if (seconds === 0) return;
    counted += seconds;
    keep(record(device.latest(attempt), { type: 'time.passed', seconds }));
  }

  const outlet = parts.outlet?.({
    take() {
      pass('asked');
      sent = counted;
      return { attempt, seconds: clock.seconds };
    },
    idleFor: () => (clock.visible ? now() - clock.active : Infinity),
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
    outlet,
    change(step, isAct) {
      attempt = device.latest(attempt);
      const changed = step(attempt);
      if (changed === attempt) return false;
      keep(changed);
      pass('active');
      outlet?.schedule(isAct);
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
      sent = 0;
      tell();
    },
    subscribe,
    tell,
    active() {
      if (now() - clock.active >= idleAfter / 10) pass('active');
    },
    hide() {
      const isPending = outlet?.isPending === true;
      pass('hidden');
      if (isPending || counted > sent) outlet?.commit(true);
    },
    show: () => pass('visible'),
    close() {
      if (ended !== undefined) return ended;
      pass('hidden');
      ended = outlet?.close() ?? true;
      tell();
      return ended;
    },
  };
}
