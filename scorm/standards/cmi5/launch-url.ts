/** The learner as identified by the LMS: an agent with an account (cmi5 9.2). */
export interface Actor {
  readonly objectType?: 'Agent';
  readonly name?: string;
  readonly account: { readonly homePage: string; readonly name: string };
}

/** Parameters of the launch URL (cmi5 8.1). */
export interface LaunchParameters {
  /** Address for xAPI requests; ends in a slash. */
  readonly endpoint: string;
  /** Address from which the token can be fetched once (cmi5 8.2). */
  readonly fetch: string;
  readonly actor: Actor;
  readonly registration: string;
  /** Id that the LMS assigned to the package. */
  readonly activityId: string;
}

/**
 * Parses a launch URL; the parameters may be in any order.
 * @returns undefined if it is not one: a parameter is missing, or the actor is not an agent with an account
 */
export function launchParameters(address: string): LaunchParameters | undefined {
  const query = new URL(address).searchParams;
  const endpoint = query.get('endpoint');
  const fetch = query.get('fetch');
  const registration = query.get('registration');
  const activityId = query.get('activityId');
  const actor = actorOf(query.get('actor'));
  if (!endpoint || !fetch || !registration || !activityId || !actor) return undefined;
  return { endpoint: endpoint.replace(/\/*$/, '/'), fetch, actor, registration, activityId };
}

function actorOf(text: string | null): Actor | undefined {
  try {
    const actor = JSON.parse(text ?? '') as Partial<Actor> | null;
    const { homePage, name } = actor?.account ?? {};
    return typeof homePage === 'string' && typeof name === 'string' ? (actor as Actor) : undefined;
  } catch {
    return undefined;
  }
}
