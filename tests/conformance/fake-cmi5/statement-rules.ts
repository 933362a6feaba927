/** A statement as it arrived. */
export interface Arrived {
  readonly id?: string;
  readonly actor?: Record<string, unknown>;
  readonly verb?: { readonly id?: string };
  readonly object?: { readonly id?: string };
  readonly result?: {
    readonly score?: Readonly<Record<string, number>>;
    readonly success?: boolean;
    readonly completion?: boolean;
    readonly duration?: string;
    readonly response?: string;
  };
  readonly context?: {
    readonly registration?: string;
    readonly contextActivities?: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
  readonly timestamp?: string;
}

/** What a statement is judged against. */
export interface Situation {
  readonly actor: object;
  readonly registration: string;
  readonly activityId: string;
  readonly sessionId: string;
  readonly mode: 'Normal' | 'Browse' | 'Review';
  readonly masteryScore: number | undefined;
  /** The LMS's own time. */
  readonly now: number;
  /** Statements of the session that were stored, in order. */
  readonly session: readonly Arrived[];
  /** Statements of the registration that were stored, those of this session among them. */
  readonly all: readonly Arrived[];
}

const verbs = 'http://adlnet.gov/expapi/verbs/';
const categories = 'https://w3id.org/xapi/cmi5/context/categories/';
export const sessionExtension = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const masteryExtension = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

const nameOf = ({ verb }: Arrived): string => verb?.id?.replace(verbs, '') ?? '';
const categoriesOf = ({ context }: Arrived): string[] =>
  (context?.contextActivities?.['category'] ?? []).map(({ id }) => id.replace(categories, ''));
const isDefined = (statement: Arrived): boolean => categoriesOf(statement).includes('cmi5');

type Rule = (statement: Arrived, situation: Situation) => boolean;

const definedNames = ['initialized', 'completed', 'passed', 'failed', 'terminated'];
const count = (statements: readonly Arrived[], name: string) =>
  statements.filter((each) => isDefined(each) && nameOf(each) === name).length;
const has = (name: string) => (statement: Arrived) => nameOf(statement) === name;
const isPassed = has('passed');
const isFailed = has('failed');

/** What an LMS refuses of a statement, by the requirement that it breaks; a rule says what has to hold. */
export const statementRules: Readonly<Record<string, Rule>> = {
  '9.1.0.0-1': ({ id }) =>
    /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id ?? ''),
  '9.2.0.0-2': ({ actor }) => actor?.['objectType'] === 'Agent',
  '8.1.3.0-3': ({ actor }, situation) =>
    JSON.stringify(actor?.['account']) ===
    JSON.stringify((situation.actor as { account: object }).account),
  '8.1.5.0-6': (statement, { activityId }) =>
    !isDefined(statement) || statement.object?.id === activityId,
  '9.6.2.1-1': (statement) => isDefined(statement) === definedNames.includes(nameOf(statement)),
  '9.3.0.0-4': (statement, { session }) => session.length > 0 || has('initialized')(statement),
  '9.3.2.0-3': (statement, { session }) =>
    !has('initialized')(statement) || count(session, 'initialized') === 0,
  '9.3.0.0-5': (_, { session }) => count(session, 'terminated') === 0,
  '9.3.0.0-2': (statement, { session }) =>
    !isDefined(statement) || count(session, nameOf(statement)) === 0,
  '9.3.0.0-3': (statement, { session }) =>
    !isDefined(statement) ||
    (!isPassed(statement) && !isFailed(statement)) ||
    count(session, 'passed') + count(session, 'failed') === 0,
  '9.3.0.0-6': (statement, { all }) =>
    !has('completed')(statement) || count(all, 'completed') === 0,
  '9.3.0.0-7': (statement, { all }) => !isPassed(statement) || count(all, 'passed') === 0,
  '9.3.0.0-8': (statement, { all }) => !isFailed(statement) || count(all, 'passed') === 0,
  '9.3.4.0-2': ({ result, ...rest }, { masteryScore }) =>
    !isPassed(rest) ||
    result?.score?.['scaled'] === undefined ||
    result.score['scaled'] >= (masteryScore ?? 0),
  '9.3.5.0-2': ({ result, ...rest }, { masteryScore }) =>
    !isFailed(rest) ||
    result?.score?.['scaled'] === undefined ||
    result.score['scaled'] < (masteryScore ?? 1.1),
  '9.5.1.0-2': (statement) =>
    !isDefined(statement) ||
    isPassed(statement) ||
    isFailed(statement) ||
    statement.result?.score === undefined,
  '9.5.1.0-3': ({ result }) =>
    result?.score?.['raw'] === undefined ||
    (Number.isInteger(result.score['raw']) &&
      result.score['min'] !== undefined &&
      result.score['max'] !== undefined),
  '9.5.2.0-1': (statement) => !isPassed(statement) || statement.result?.success === true,
  '9.5.2.0-2': (statement) => !isFailed(statement) || statement.result?.success === false,
  '9.5.2.0-3': (statement) =>
    !isDefined(statement) ||
    isPassed(statement) ||
    isFailed(statement) ||
    statement.result?.success === undefined,
  '9.5.3.0-1': (statement) => !has('completed')(statement) || statement.result?.completion === true,
  '9.5.3.0-2': (statement) =>
    !isDefined(statement) ||
    has('completed')(statement) ||
    statement.result?.completion === undefined,
  '9.5.4.1-1': (statement) =>
    !['terminated', 'completed', 'passed', 'failed'].includes(nameOf(statement)) ||
    /^PT(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/.test(statement.result?.duration ?? ''),
  '9.6.1.0-1': ({ context }, { registration }) => context?.registration === registration,
  '9.6.2.2-1': (statement) =>
    !(
      isDefined(statement) &&
      (statement.result?.success !== undefined || statement.result?.completion !== undefined)
    ) || categoriesOf(statement).includes('moveon'),
  '9.6.2.2-2': (statement) =>
    !categoriesOf(statement).includes('moveon') ||
    (isDefined(statement) &&
      (statement.result?.success !== undefined || statement.result?.completion !== undefined)),
  '9.6.3.1-4': ({ context }, { sessionId }) =>
    context?.extensions?.[sessionExtension] === sessionId,
  '9.6.3.2-2': (statement, { masteryScore }) =>
    masteryScore === undefined ||
    (!isPassed(statement) && !isFailed(statement)) ||
    statement.context?.extensions?.[masteryExtension] === masteryScore,
  '9.6.2.3-1': ({ context }) =>
    context?.contextActivities?.['grouping']?.[0]?.id === 'urn:test:publisher-id',
  '9.7.0.0-2': ({ timestamp }) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(timestamp ?? ''),
  // What order the statements have is decided by their times.
  '9.7.0.0-1': ({ timestamp }, { session, now }) =>
    Date.parse(timestamp ?? '') >= Date.parse(session[0]?.timestamp ?? '1970-01-01') &&
    Math.abs(Date.parse(timestamp ?? '') - now) < 24 * 3_600_000,
  '10.2.2.0-5': (statement, { mode }) =>
    mode === 'Normal' ||
    !isDefined(statement) ||
    ['initialized', 'terminated'].includes(nameOf(statement)),
};
