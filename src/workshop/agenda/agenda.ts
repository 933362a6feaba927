/** One entry of an agenda. Breaks have no part. */
export interface Session {
  readonly kind: 'opening' | 'part' | 'break' | 'lunch' | 'closing';
  /** Id of the part; only if the kind is `part`. */
  readonly part?: string;
  /** Whether it continues a session after a break. */
  readonly isContinued?: true;
  /** Minutes after midnight. */
  readonly start: number;
  readonly minutes: number;
  /** Minimum length in minutes when the day runs late. */
  readonly least: number;
}

export interface Day {
  readonly sessions: readonly Session[];
  /** Time at which the day must end, in minutes after midnight. */
  readonly end: number;
}

export type Agenda = readonly Day[];

/** Minutes of a day. */
export const wholeDay = 24 * 60;

/** Minutes after midnight as HH:MM; times after the next midnight wrap around. */
export const clockTime = (minutes: number): string => {
  const time = minutes % wholeDay;
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
};

/** HH:MM as minutes after midnight; undefined if invalid. */
export function fromClockTime(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)$/.exec(text.trim()) ?? [];
  const time = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && time < 24 * 60 ? time : undefined;
}
