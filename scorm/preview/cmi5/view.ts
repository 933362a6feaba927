import type { Elements } from '../../standards/standard.ts';
import { type CourseRecord, type Recorded, type Unit } from './record.ts';
import { unitStatus } from './unit-status.ts';
import { nameOf } from './statement.ts';

/** A request as listed on the page of the platform. */
export interface ShownRequest {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Method and resource, such as `PUT activities/state`. */
  readonly name: string;
  /** Id of the document, or verbs of the statements; empty if the request has neither. */
  readonly what: string;
  readonly status: string;
  /** Number of the violated requirement, or an xAPI term; empty if the request was accepted. */
  readonly refused: string;
  /** The requirement in the words of the specification. */
  readonly why: string;
}

/** A statement as listed on the page of the platform. */
export interface ShownStatement {
  readonly at: string;
  readonly by: Recorded['by'];
  readonly verb: string;
  /** Part of the unit; empty for the unit itself. */
  readonly about: string;
  readonly result: string;
  /** The statement as sent. */
  readonly text: string;
}

/** A unit as the page of the platform shows it. */
export interface View {
  readonly launches: number;
  /** Whether the last session was ended, and by whom. */
  readonly ended?: 'terminated' | 'abandoned';
  readonly elements: Elements;
  readonly statements: readonly ShownStatement[];
  readonly requests: readonly ShownRequest[];
}

/** @param activityId the platform's id of the unit */
export function viewOf(
  record: CourseRecord,
  unit: Unit,
  activityId: string,
  requests: readonly ShownRequest[],
): View {
  const sessions = record.sessions.filter((each) => each.unit === unit.id);
  const sessionIds = new Set(sessions.map(({ id }) => id));
  const ended = sessions.at(-1)?.ended?.how;
  return {
    launches: sessions.length,
    ...(ended && { ended }),
    elements: elementsOf(record, unit, activityId),
    statements: record.statements
      .filter(({ session }) => sessionIds.has(session))
      .map((each) => shown(each, activityId)),
    requests,
  };
}

function elementsOf(record: CourseRecord, unit: Unit, activityId: string): Elements {
  if (record.sessions.every((session) => session.unit !== unit.id)) return {};
  const { isCompleted, success, score = {}, isSatisfied, seconds } = unitStatus(record, unit);
  const statePrefix = `${activityId}\n`;
  const states = Object.entries(record.states).filter(([key]) => key.startsWith(statePrefix));
  return {
    completed: String(isCompleted),
    success,
    ...named(
      'score.',
      Object.entries(score).map(([name, value]) => [name, String(value)]),
    ),
    [`satisfied (${unit.moveOn})`]: String(isSatisfied),
    time: `PT${Math.round(seconds * 100) / 100}S`,
    registration: record.registration,
    ...named(
      'state ',
      states.map(([key, { text }]) => [key.slice(statePrefix.length), text] as const),
    ),
    ...named(
      'profile ',
      Object.entries(record.profile).map(([id, { text }]) => [id, text] as const),
    ),
  };
}

const named = (prefix: string, values: readonly (readonly [string, string])[]): Elements =>
  Object.fromEntries(values.map(([name, value]) => [`${prefix}${name}`, value]));

function shown({ by, statement }: Recorded, activityId: string): ShownStatement {
  const { object, result, timestamp = '' } = statement;
  const id = object?.id ?? '';
  return {
    at: timestamp,
    by,
    verb: nameOf(statement),
    about: id === activityId ? '' : decoded(id.slice(id.lastIndexOf('/') + 1)),
    result: result ? resultOf(result) : '',
    text: JSON.stringify(statement, null, 2),
  };
}

/** A result in one line, with the field names of the specification. */
const resultOf = (result: object): string =>
  Object.entries(result)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
