import { cmi5Driver } from '../../../scorm/standards/cmi5/driver.ts';
import { launchParameters } from '../../../scorm/standards/cmi5/launch-url.ts';
import { type Driver, TrackingError } from '../../../src/progress/driver.ts';
import type { TextStore } from '../../../src/progress/text-store.ts';
import { FakeCmi5Lms, type Setting } from './fake-cmi5.ts';

const textStore = (): TextStore => {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
};

/** One learner at one device, who is launched again and again. */
export class Cmi5Harness {
  readonly lms = new FakeCmi5Lms();
  /** Statements that wait on the device, as text; the device has nothing else. */
  readonly waiting = { text: '[]' };
  readonly device: TextStore = {
    getItem: () => this.waiting.text,
    setItem: (_, text) => void (this.waiting.text = text),
    removeItem: () => void (this.waiting.text = '[]'),
  };
  /** The time on the device, in milliseconds. */
  time = Date.UTC(2026, 10, 24, 9);
  /** Milliseconds by which the clock of the LMS is ahead. */
  ahead = 0;
  readonly went: string[] = [];
  isLeaving = false;
  mayReturn = false;
  /** Address of the last launch. */
  address = '';
  private window = textStore();

  constructor() {
    this.lms.now = () => this.time + this.ahead;
  }

  /** A launch in a new window. */
  launch(setting: Setting = {}): Driver {
    this.window = textStore();
    this.address = this.lms.launch(setting);
    return this.open();
  }

  /** The page of the last launch is loaded again, in the same window. */
  reload(): Driver {
    return this.open();
  }

  private open(): Driver {
    this.isLeaving = false;
    const parameters = launchParameters(this.address);
    if (!parameters) throw new Error(`No launch: ${this.address}`);
    return cmi5Driver(parameters, {
      fetch: this.lms.fetch,
      now: () => (this.time += 10),
      ofWindow: () => this.window,
      ofDevice: () => this.device,
      isLeaving: () => this.isLeaving,
      mayReturn: () => this.mayReturn,
      goTo: (address) => void this.went.push(address),
    });
  }
}

/** Verbs of a session in which something is answered and the course is passed. */
export const wholeSession = ['initialized', 'answered', 'completed', 'passed', 'terminated'];

/** The problem with which a call to the driver is refused; undefined where it is not. */
export const problemOf = async (work: unknown) => {
  try {
    await work;
  } catch (error) {
    if (error instanceof TrackingError) return error;
    throw error;
  }
  return undefined;
};
