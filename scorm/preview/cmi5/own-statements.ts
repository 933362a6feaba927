import type { KeptSession, CourseRecord, Recorded, Unit } from './record.ts';
import { type Account, type Arrived, categories, extensions, verbs } from './statement.ts';
import { unitStatus } from './unit-status.ts';

/** Data shared by all statements of the platform. */
export interface Platform {
  readonly account: Account;
  /** Name of the learner. */
  readonly learner: string;
  /** Base IRI of the activity ids that the platform assigns to units, blocks and the course; ends in a slash. */
  readonly names: string;
  readonly newId: () => string;
}

/** Context of every statement in a session (cmi5 10.2.1). */
export const templateOf = ({ id, unit }: Pick<KeptSession, 'id' | 'unit'>) => ({
  contextActivities: { grouping: [{ id: unit }] },
  extensions: { [extensions.session]: id },
});

/** The learner as the actor of statements (cmi5 9.2). */
export const actorOf = ({ account, learner }: Platform) =>
  ({ objectType: 'Agent', name: learner, account }) as const;

/** A statement that the platform makes about a session (cmi5 9.3.1, 9.3.6, 9.3.9). */
function own(
  platform: Platform,
  record: CourseRecord,
  session: KeptSession,
  about: { verb: string; object: object; at: number; result?: object; extensions?: object },
): Recorded {
  const template = templateOf(session);
  const statement = {
    id: platform.newId(),
    actor: actorOf(platform),
    verb: { id: about.verb, display: { en: about.verb.split('/').at(-1) } },
    object: { objectType: 'Activity', ...about.object },
    ...(about.result && { result: about.result }),
    context: {
      registration: record.registration,
      contextActivities: { ...template.contextActivities, category: [{ id: `${categories}cmi5` }] },
      extensions: { ...template.extensions, ...about.extensions },
    },
    timestamp: new Date(about.at).toISOString(),
  };
  return { session: session.id, by: 'platform', statement: statement as Arrived };
}

/** The statement `launched` of a session. @param address of the unit, without the parameters that cmi5 appends */
export const launched = (
  platform: Platform,
  record: CourseRecord,
  session: KeptSession,
  { unit, activityId, address }: { unit: Unit; activityId: string; address: string },
): Recorded =>
  own(platform, record, session, {
    verb: `${verbs}launched`,
    object: { id: activityId },
    at: session.launched,
    extensions: {
      [extensions.mode]: session.mode,
      [extensions.moveOn]: unit.moveOn,
      [extensions.address]: address,
      ...(session.masteryScore !== undefined && { [extensions.mastery]: session.masteryScore }),
      ...(unit.launchParameters && { [extensions.parameters]: unit.launchParameters }),
    },
  });

/**
 * The statement `abandoned` of a session that did not end itself. Its duration is from the launch to the last statement
 * (9.5.4.2).
 */
export const abandoned = (
  platform: Platform,
  record: CourseRecord,
  session: KeptSession,
  { activityId, last, at }: { activityId: string; last: number; at: number },
): Recorded =>
  own(platform, record, session, {
    verb: 'https://w3id.org/xapi/adl/verbs/abandoned',
    object: { id: activityId },
    at,
    result: { duration: `PT${Math.max(0, last - session.launched) / 1000}S` },
  });

/** A statement `satisfied` for each newly satisfied block, and for the course (cmi5 9.3.9). */
export function newlySatisfied(
  platform: Platform,
  record: CourseRecord,
  session: KeptSession,
  at: number,
): Recorded[] {
  const { units } = record;
  const satisfied = new Set(record.statements.map(({ statement }) => statement.object?.id));
  const unit = units.find(({ id }) => id === session.unit);
  const wholes = [
    ...(unit?.blocks ?? []).map((id) => ['block', id] as const),
    ['course', ''] as const,
  ];
  return wholes.flatMap(([kind, id]) => {
    const parts = units.filter(({ blocks }) => kind === 'course' || blocks.includes(id));
    const name = `${platform.names}${kind}/${record.registration}/${encodeURIComponent(id)}`;
    if (satisfied.has(name) || !parts.every((each) => unitStatus(record, each).isSatisfied))
      return [];
    const type = `https://w3id.org/xapi/cmi5/activitytype/${kind}`;
    const about = { verb: 'https://w3id.org/xapi/adl/verbs/satisfied', at };
    return [
      own(platform, record, session, { ...about, object: { id: name, definition: { type } } }),
    ];
  });
}
