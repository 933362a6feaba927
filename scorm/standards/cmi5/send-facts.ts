import { TrackingError } from '../../../src/progress/driver.ts';
import type { Platform } from './platform.ts';
import { type Fact, type Session, statementOf } from './statement.ts';
import type { Waiting } from './waiting.ts';

/** Send options: facts in addition to the queue, and limits. */
export interface Sending {
  /** Statements sent after all others: the end of the session. */
  readonly last?: readonly Fact[];
  /** Whether the facts go before all waiting statements: the beginning of the session. */
  readonly isFirst?: boolean;
  /** Set if the page is unloading: maximum number of characters that a browser then sends. */
  readonly mostAtExit?: number;
}

/** Clock error up to which timestamps are not corrected, in milliseconds. */
const allowedOffset = 60_000;

/**
 * Sends the queue, in order and in one request. If the LMS refuses a batch, sends each statement separately, so
 * that one does not block the others; a statement that the LMS already has counts as accepted.
 * @param begun start of the session; no statement is earlier
 * @throws TrackingError; facts that were not accepted stay in the queue
 */
export async function sendFacts(
  lms: Platform,
  waiting: Waiting,
  session: Session,
  begun: number,
  { last = [], isFirst = false, mostAtExit }: Sending = {},
): Promise<void> {
  const offset = Math.abs(lms.clockOffset) > allowedOffset ? lms.clockOffset : 0;
  let latest = begun;
  /** Statement of the next fact, in the order in which they happened, by the clock of the LMS (cmi5 9.7). */
  const written = (fact: Fact) => {
    latest = Math.max(latest + (isFirst ? 0 : 1), fact.at);
    return statementOf({ ...fact, at: latest + offset }, session);
  };
  const facts = isFirst ? [] : waiting.facts;
  const statements = facts.map(written);
  const isLeaving = mostAtExit !== undefined;
  let room = mostAtExit ?? Number.POSITIVE_INFINITY;
  const fitting = statements.filter((each) => (room -= JSON.stringify(each).length) > 0);
  const all = [...fitting, ...last.map(written)];
  if (all.length === 0) return;
  const sent = facts.slice(0, fitting.length);
  try {
    await lms.send(all, isLeaving);
    waiting.remove(sent);
  } catch (error) {
    if (isLeaving || !isRefusal(error)) throw error;
    await sendSingly(lms, waiting, sent, statements);
    for (const each of last) await taken(() => lms.send([written(each)], false));
  }
}

async function sendSingly(
  lms: Platform,
  waiting: Waiting,
  facts: readonly Fact[],
  statements: readonly object[],
) {
  let refusal: unknown;
  for (const [index, fact] of facts.entries()) {
    try {
      await taken(() => lms.send(statements.slice(index, index + 1), false));
      waiting.remove([fact]);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      waiting.refuse(fact);
      refusal ??= error;
    }
  }
  if (refusal instanceof TrackingError) throw refusal;
}

/** Sends a request; status 409 counts as success, because the LMS already has the statement (xAPI 1.0.3). */
async function taken(send: () => Promise<void>) {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof TrackingError && error.code === '409')) throw error;
  }
}

const isRefusal = (error: unknown) =>
  error instanceof TrackingError && (error.code === '400' || error.code === '409');
