import { FakeLms } from './fake-lms.ts';
import { standard12 } from './standard12.ts';

const timeElement = 'cmi.core.session_time';

/** Seconds of a time of SCORM 1.2. */
const secondsOf = (time = '0:0:0'): number =>
  time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/**
 * An app of a platform that plays a package without a network: it takes the attempt along, stores what
 * is written, and hands it in later, element by element, into an attempt that may have moved on.
 */
export class MoodleApp {
  /** The API that a package finds in the app. */
  readonly lms = new FakeLms(standard12);
  /** Seconds that the platform counts for the attempt. */
  total = 0;
  private readonly site: FakeLms;
  private taken: ReadonlyMap<string, string> = new Map();
  private seconds = 0;

  constructor(site: FakeLms) {
    this.site = site;
  }

  /** Takes the attempt along, as the platform has it. */
  download(): void {
    this.taken = new Map(this.site.kept);
    this.lms.kept = new Map(this.site.kept);
  }

  /** A session has ended: its time is added up, in the app as on the platform. */
  count(of: FakeLms): void {
    const seconds = secondsOf(of.kept.get(timeElement));
    if (of === this.lms) this.seconds += seconds;
    else this.total += seconds;
  }

  /** There is a network again: what was written in the app replaces what the platform has. */
  handIn(): void {
    const written = [...this.lms.kept].filter(([name, value]) => this.taken.get(name) !== value);
    for (const [name, value] of written) this.site.kept.set(name, value);
    this.total += this.seconds;
    this.seconds = 0;
    this.taken = new Map(this.lms.kept);
  }
}
