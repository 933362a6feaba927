import type { Interaction, ObjectiveReport } from '../../../src/progress/driver.ts';
import { toInterval } from '../scorm/time.ts';
import type { Actor } from './launch-url.ts';
import type { Context } from './launch-data.ts';

/**
 * A fact to report, without learner and session, so that the queue on the device identifies nobody and can be
 * sent in a later session.
 */
export interface Fact {
  /** Id of its statement (cmi5 9.1). */
  readonly id: string;
  /** Unique key of a fact; a fact with a known key is not sent again. */
  readonly key: string;
  readonly verb: Verb;
  /** Object of the fact: id of a part of the package; the package itself if absent. */
  readonly about?: { readonly id: string; readonly definition: object };
  readonly result?: Result;
  /** Time, in milliseconds since 1970. */
  readonly at: number;
}

export interface Result {
  readonly score?: { scaled: number; raw: number; min: number; max: number };
  readonly success?: boolean;
  readonly completion?: boolean;
  readonly duration?: string;
  readonly response?: string;
}

const adl = 'http://adlnet.gov/expapi/verbs/';

/** Verbs about the package itself, at most one each per session (cmi5 9.3). */
const definedVerbs = ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const;

export type DefinedVerb = (typeof definedVerbs)[number];

/** Verbs allowed between the first and the last statement (cmi5 7.1.3). */
type AllowedVerb = 'answered' | 'scored';

export type Verb = DefinedVerb | AllowedVerb;

/** Whether cmi5 defines a verb and limits how often it is sent (cmi5 9.3). */
export const isDefined = (verb: Verb): verb is DefinedVerb =>
  definedVerbs.some((defined) => defined === verb);

const categories = 'https://w3id.org/xapi/cmi5/context/categories/';
const masteryExtension = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

/** A score in the forms that gradebooks read: scaled, and raw in whole percent (cmi5 9.5.1). */
export const scoreOf = (scaled: number): NonNullable<Result['score']> => ({
  scaled: Math.round(scaled * 10_000) / 10_000,
  raw: Math.round(scaled * 100),
  min: 0,
  max: 100,
});

/** The answer to a question or a decision (xAPI 1.0.3, Part Two, "Interaction Activities"). */
export function answered(interaction: Interaction): Pick<Fact, 'verb' | 'about' | 'result'> {
  const { id, kind, response, result, latency } = interaction;
  return {
    verb: 'answered',
    about: {
      id,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType: kind,
      },
    },
    result: {
      ...(result && result !== 'neutral' && { success: result === 'correct' }),
      ...(response && { response: responseOf(kind, response) }),
      ...(latency !== undefined && { duration: toInterval(latency) }),
    },
  };
}

/** The response as text. Its parts are joined as in SCORM 2004, whose response formats xAPI adopts. */
function responseOf(kind: Interaction['kind'], response: readonly string[]): string {
  if (kind === 'numeric' || kind === 'likert' || kind === 'fill-in') return response[0] ?? '';
  if (kind !== 'matching') return response.join('[,]');
  // A pair is `item.target`; ids contain no dot.
  return response.map((pair) => pair.replace('.', '[.]')).join('[,]');
}

/** A learning objective that a check tested. */
export const scored = ({
  id,
  success,
  score,
}: ObjectiveReport): Pick<Fact, 'verb' | 'about' | 'result'> => ({
  verb: 'scored',
  about: { id, definition: { type: 'http://adlnet.gov/expapi/activities/objective' } },
  result: { score: scoreOf(score), success: success === 'passed' },
});

/** Fields that the statements of a session have in common. */
export interface Session {
  readonly actor: Actor;
  readonly registration: string;
  readonly activityId: string;
  readonly template: Context;
  readonly masteryScore?: number;
}

/** A fact as a statement of a session (cmi5 9). */
export function statementOf(fact: Fact, session: Session): object {
  const { id, verb, about, result, at } = fact;
  const { actor, activityId } = session;
  const definition = about && { definition: about.definition };
  return {
    id,
    actor: { objectType: 'Agent', ...actor },
    verb: {
      id: adl + verb,
      display: { en: verb },
    },
    object: {
      objectType: 'Activity',
      id: about ? `${activityId.replace(/\/$/, '')}/${encodeURIComponent(about.id)}` : activityId,
      ...definition,
    },
    ...(result && Object.keys(result).length > 0 && { result }),
    context: contextOf(fact, session),
    timestamp: new Date(at).toISOString(),
  };
}

/** The template plus what the kind of statement requires; never overrides a value of the template. */
function contextOf(
  { verb, result }: Fact,
  { template, registration, masteryScore }: Session,
): Context {
  const isJudged = verb === 'passed' || verb === 'failed';
  const categoryNames = isDefined(verb)
    ? ['cmi5', ...(isJudged || result?.completion !== undefined ? ['moveon'] : [])]
    : [];
  const { category = [], ...activities } = template.contextActivities ?? {};
  const all = [...category, ...categoryNames.map((name) => ({ id: categories + name }))];
  return {
    ...template,
    registration,
    contextActivities: { ...activities, ...(all.length > 0 && { category: all }) },
    extensions: {
      ...(isJudged && masteryScore !== undefined && { [masteryExtension]: masteryScore }),
      ...template.extensions,
    },
  };
}
