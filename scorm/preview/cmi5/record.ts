import type { StoredDocument } from './document.ts';
import type { Arrived, LaunchMode } from './statement.ts';

/** A unit, as a course structure describes it (cmi5 13.1.4). */
export interface Unit {
  /** Id that the publisher gave the unit. */
  readonly id: string;
  readonly moveOn: string;
  /** Ids of the enclosing blocks, outermost first. */
  readonly blocks: readonly string[];
  /** Mastery score, scaled, 0 to 1. */
  readonly masteryScore?: number;
  readonly launchParameters?: string;
  readonly entitlementKey?: string;
}

/** One launch of a unit. */
export interface KeptSession {
  readonly id: string;
  readonly unit: string;
  readonly token: string;
  readonly mode: LaunchMode;
  readonly masteryScore?: number;
  readonly returnURL?: string;
  /** Milliseconds since 1970. */
  readonly launched: number;
  isFetched?: true;
  isDataRead?: true;
  arePreferencesRead?: true;
  ended?: { readonly how: 'terminated' | 'abandoned'; readonly at: number };
}

/** A statement with its sender and session. */
export interface Recorded {
  readonly session: string;
  readonly by: 'unit' | 'platform';
  readonly statement: Arrived;
}

/** The platform's record of one learner in one course. */
export interface CourseRecord {
  /** A UUID, the same at every launch (cmi5 9.6.1). */
  readonly registration: string;
  /** Units of the course at its last launch. */
  units: readonly Unit[];
  readonly sessions: KeptSession[];
  readonly statements: Recorded[];
  /** State documents by unit id and document id, joined by a line feed. */
  readonly states: { [key: string]: StoredDocument };
  /** Documents of the learner's profile, by their id. */
  readonly profile: { [id: string]: StoredDocument };
}

/** An empty record. @param registration a UUID */
export const newRecord = (registration: string): CourseRecord => ({
  registration,
  ...{ units: [], sessions: [], statements: [], states: {}, profile: {} },
});

/** Statements sent by the unit in one session, in order. */
export const sentIn = ({ statements }: CourseRecord, session: string): Arrived[] =>
  statements
    .filter((each) => each.session === session && each.by === 'unit')
    .map(({ statement }) => statement);

/** Statements sent by a unit in any of its sessions. */
export const sentBy = ({ sessions, statements }: CourseRecord, unit: string): Arrived[] => {
  const sessionIds = new Set(sessions.filter((each) => each.unit === unit).map(({ id }) => id));
  return statements
    .filter(({ session, by }) => by === 'unit' && sessionIds.has(session))
    .map(({ statement }) => statement);
};
