import type { RequestContext } from './documents.ts';
import { type PlatformResponse, responseOf, type PlatformRequest, refusal } from './exchange.ts';
import { templateOf } from './own-statements.ts';
import { type Recorded, sentBy, sentIn } from './record.ts';
import { statementRules } from './statement-rules.ts';
import { type Account, type Arrived, isDefined, nameOf } from './statement.ts';

interface StatementContext extends RequestContext {
  readonly account: Account;
  readonly now: number;
}

/**
 * Responds to requests for the statement resource (xAPI 1.0.3, Part Three, 2.1). Accepts all statements of a
 * request or none.
 */
export function respondToStatements(
  request: PlatformRequest,
  place: StatementContext,
): PlatformResponse {
  const { method, query, body } = request;
  if (method === 'GET') return findStatements(query, place);
  if (method !== 'POST' && method !== 'PUT') return refusal(405, 'method');
  const sent = statementsOf(body);
  if (sent === undefined) return refusal(400, 'no JSON');
  const [first] = sent;
  if (method === 'PUT' && (sent.length !== 1 || !first || !hasId(first, query['statementId'])))
    return refusal(400, 'statementId');
  const { session } = place;
  if (!session.isDataRead) return refusal(400, '10.2.1.0-4');
  if (!session.arePreferencesRead) return refusal(400, '11.0.0.0-3');
  const taken: Recorded[] = [];
  for (const statement of sent) {
    const stored = find(place, statement.id);
    if (stored && JSON.stringify(stored) !== JSON.stringify(statement)) return refusal(409, 'id');
    if (stored) continue;
    const broken = brokenRule(statement, taken, place);
    if (broken !== undefined) return refusal(400, broken);
    taken.push({ session: session.id, by: 'unit', statement });
  }
  place.record.statements.push(...taken);
  if (taken.some(({ statement }) => isDefined(statement) && nameOf(statement) === 'terminated'))
    session.ended = { how: 'terminated', at: place.now };
  return method === 'PUT'
    ? responseOf(204)
    : responseOf(
        200,
        sent.map(({ id }) => id),
      );
}

function statementsOf(body: string): Arrived[] | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.every((each) => typeof each === 'object' && each !== null) ? list : undefined;
  } catch {
    return undefined;
  }
}

const hasId = ({ id }: Arrived, asked: string | undefined) =>
  asked !== undefined && (id ?? asked) === asked;

const find = ({ record }: StatementContext, id: string | undefined) =>
  record.statements.find(({ statement }) => id !== undefined && statement.id === id)?.statement;

/** The first rule that a statement breaks. @param taken the statements before it in the same request */
function brokenRule(statement: Arrived, taken: readonly Recorded[], place: StatementContext) {
  const { record, session, account, activityId, now } = place;
  const before = taken.map((each) => each.statement);
  const situation = {
    ...{ account, activityId, now, registration: record.registration, mode: session.mode },
    masteryScore: session.masteryScore,
    template: templateOf(session),
    session: [...sentIn(record, session.id), ...before],
    all: [...sentBy(record, session.unit), ...before],
  };
  return Object.entries(statementRules).find(([, holds]) => !holds(statement, situation))?.[0];
}

/** Responds with one statement by its id, or with all of the registration, newest first. */
function findStatements(
  query: PlatformRequest['query'],
  place: StatementContext,
): PlatformResponse {
  const { statementId } = query;
  if (statementId !== undefined) {
    const found = find(place, statementId);
    return found ? responseOf(200, found) : responseOf(404);
  }
  const all = place.record.statements.map(({ statement }) => statement);
  return responseOf(200, { statements: all.toReversed(), more: '' });
}
