import { TrackingError } from '../../../src/progress/driver.ts';
import type { Platform } from './platform.ts';
import { type Fact, type Session, statementOf } from './statement.ts';
import type { Waiting } from './waiting.ts';

/** Options of sending: facts beside those that wait, and limits. */
export interface Sending {
  /** Statements sent after all others: the end of the session. */
  readonly last?: readonly Fact[];
  /** Whether the facts go before all waiting statements: the beginning of the session. */
  readonly isFirst?: boolean;
  /** The page is going away: the most characters that a browser then takes. */
  readonly mostAtExit?: number;
}

/** Error up to which a clock is left alone, in milliseconds. */
const allowedOffset = 60_000;

/**
 * Sends what waits, in order and in one request. Where a statement of several is refused, each is sent
 * by itself, so that one does not hold up the others; one that the LMS has already counts as taken.
 * @param begun when the session began: nothing in it is earlier
 * @throws TrackingError; what was not taken waits on
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

/** Makes a request; that an LMS has a statement already is no refusal of it (xAPI 1.0.3, status 409). */
async function taken(send: () => Promise<void>) {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof TrackingError && error.code === '409')) throw error;
  }
}

const isRefusal = (error: unknown) =>
  error instanceof TrackingError && (error.code === '400' || error.code === '409');
