import {
  type Arrived,
  type Account,
  categoriesOf,
  type ContextTemplate,
  extensions,
  idsOf,
  isDefined,
  isSameAccount,
  type LaunchMode,
  nameOf,
} from './statement.ts';

/** Context in which a statement is checked. */
export interface Situation {
  readonly account: Account;
  readonly registration: string;
  readonly activityId: string;
  readonly mode: LaunchMode;
  readonly masteryScore: number | undefined;
  /** Context template that each statement must contain (cmi5 10.2.1). */
  readonly template: ContextTemplate;
  /** Time of the LMS, in milliseconds since 1970. */
  readonly now: number;
  /** Stored statements of the session, in order. */
  readonly session: readonly Arrived[];
  /** Stored statements of the registration, including this session. */
  readonly all: readonly Arrived[];
}

type Rule = (statement: Arrived, situation: Situation) => boolean;

const definedNames = ['initialized', 'completed', 'passed', 'failed', 'terminated'];
const count = (statements: readonly Arrived[], name: string) =>
  statements.filter((each) => isDefined(each) && nameOf(each) === name).length;
const has = (name: string) => (statement: Arrived) =>
  isDefined(statement) && nameOf(statement) === name;
const isPassed = has('passed');
const isFailed = has('failed');

/** Checks of an LMS on each statement by requirement id. A statement that fails one is refused. */
export const statementRules: Readonly<Record<string, Rule>> = {
  '9.1.0.0-1': ({ id }) =>
    /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id ?? ''),
  '9.2.0.0-2': ({ actor }) => actor?.['objectType'] === 'Agent',
  '8.1.3.0-3': ({ actor }, situation) => isSameAccount(actor?.['account'], situation.account),
  '8.1.5.0-6': (statement, { activityId }) =>
    !isDefined(statement) || statement.object?.id === activityId,
  // cmi5 does not regulate its verbs in statements about a part of the unit.
  '9.6.2.1-1': (statement, { activityId }) =>
    isDefined(statement) || statement.object?.id === activityId
      ? isDefined(statement) === definedNames.includes(nameOf(statement))
      : true,
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
    !isDefined(statement) ||
    has('initialized')(statement) ||
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
  '9.6.3.1-4': ({ context }, { template }) =>
    context?.extensions?.[extensions.session] === template.extensions[extensions.session],
  '9.6.3.2-2': (statement, { masteryScore }) =>
    masteryScore === undefined ||
    (!isPassed(statement) && !isFailed(statement)) ||
    statement.context?.extensions?.[extensions.mastery] === masteryScore,
  '9.6.2.3-1': ({ context }, { template }) =>
    template.contextActivities.grouping.every(({ id }) =>
      idsOf(context?.contextActivities?.['grouping']).includes(id),
    ),
  '9.7.0.0-2': ({ timestamp }) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(timestamp ?? ''),
  // The order of statements follows from their timestamps.
  '9.7.0.0-1': ({ timestamp }, { session, now }) =>
    Date.parse(timestamp ?? '') >= Date.parse(session[0]?.timestamp ?? '1970-01-01') &&
    Math.abs(Date.parse(timestamp ?? '') - now) < 24 * 3_600_000,
  '10.2.2.0-5': (statement, { mode }) =>
    mode === 'Normal' ||
    !isDefined(statement) ||
    ['initialized', 'terminated'].includes(nameOf(statement)),
};
