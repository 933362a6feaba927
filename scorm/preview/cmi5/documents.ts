import { type StoredDocument, tagOf, written } from './document.ts';
import { type PlatformResponse, responseOf, type PlatformRequest, refusal } from './exchange.ts';
import { templateOf } from './own-statements.ts';
import type { KeptSession, CourseRecord, Unit } from './record.ts';

/** The session and unit that a request belongs to. */
export interface RequestContext {
  readonly record: CourseRecord;
  readonly session: KeptSession;
  readonly unit: Unit;
  readonly activityId: string;
}

const preferences = 'cmi5LearnerPreferences';

/**
 * Responds to requests for the state of a unit and the profile of the learner (xAPI 1.0.3, Part Three, 2.3 and
 * 2.6).
 */
export function respondToDocument(
  request: PlatformRequest,
  place: RequestContext,
): PlatformResponse {
  if (request.path === 'xapi/activities/state') return state(request, place);
  if (request.path === 'xapi/agents/profile') return profile(request, place);
  return refusal(404, 'path');
}

function state(
  request: PlatformRequest,
  { record, session, unit, activityId }: RequestContext,
): PlatformResponse {
  const { query, method } = request;
  if (query['agent'] === undefined) return refusal(400, '8.1.3.0-3');
  if (query['activityId'] !== activityId) return refusal(400, '8.1.5.0-5');
  if (query['registration'] !== record.registration) return refusal(400, '8.1.4.0-3');
  const prefix = `${activityId}\n`;
  const { stateId } = query;
  if (stateId === undefined) {
    const ids = Object.keys(record.states).filter((key) => key.startsWith(prefix));
    if (method === 'GET')
      return responseOf(
        200,
        ids.map((key) => key.slice(prefix.length)),
      );
    if (method !== 'DELETE') return refusal(400, 'no stateId');
    for (const key of ids) Reflect.deleteProperty(record.states, key);
    return responseOf(204);
  }
  if (stateId !== 'LMS.LaunchData') return exchange(request, record.states, `${prefix}${stateId}`);
  if (method !== 'GET') return refusal(403, '10.2.1.0-5');
  session.isDataRead = true;
  return responseOf(200, launchData(session, unit));
}

/** The document `LMS.LaunchData` (cmi5 10). */
function launchData(session: KeptSession, unit: Unit) {
  const { mode, masteryScore, returnURL } = session;
  const { moveOn, launchParameters, entitlementKey } = unit;
  return {
    contextTemplate: templateOf(session),
    launchMode: mode,
    moveOn,
    ...(launchParameters && { launchParameters }),
    ...(masteryScore !== undefined && { masteryScore }),
    ...(returnURL !== undefined && { returnURL }),
    ...(entitlementKey && { entitlementKey: { courseStructure: entitlementKey } }),
  };
}

function profile(request: PlatformRequest, { record, session }: RequestContext): PlatformResponse {
  const { query, method, headers } = request;
  if (query['agent'] === undefined) return refusal(400, '11.0.0.0-1');
  if (query['profileId'] !== preferences) return refusal(400, '11.0.0.0-4');
  if (method === 'GET') session.arePreferencesRead = true;
  const isThere = record.profile[preferences] !== undefined;
  // Profiles are shared: a write needs the ETag of the version it replaces (Part Three, 3.1).
  if (method === 'PUT' && isThere && (headers.ifMatch ?? headers.ifNoneMatch) === undefined)
    return refusal(409, 'no If-Match');
  return exchange(request, record.profile, preferences);
}

/** Reads, writes or removes one document. */
function exchange(
  { method, headers, body }: PlatformRequest,
  documents: { [key: string]: StoredDocument },
  key: string,
): PlatformResponse {
  const found = documents[key];
  const tag = found && tagOf(found);
  if (headers.ifMatch !== undefined && headers.ifMatch !== tag) return refusal(412, 'If-Match');
  if (headers.ifNoneMatch === '*' && tag !== undefined && method !== 'GET')
    return refusal(412, 'If-None-Match');
  if (method === 'GET')
    return found && tag !== undefined
      ? { status: 200, headers: { 'content-type': found.type, etag: tag }, body: found.text }
      : responseOf(404);
  if (method === 'DELETE') {
    Reflect.deleteProperty(documents, key);
    return responseOf(204);
  }
  if (method !== 'PUT' && method !== 'POST') return refusal(405, 'method');
  const sent = { type: headers.type ?? 'application/octet-stream', text: body };
  const next = written(found, method, sent);
  if (next === 400) return refusal(400, 'no JSON object');
  documents[key] = next;
  return responseOf(204);
}
