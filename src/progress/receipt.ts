import type { Attempt, CaseRecord, CheckRecord } from './attempt.ts';
import type { Edition } from './edition-record.ts';
import { fnv1a } from '../course/fingerprint.ts';
import { isLater } from '../course/version.ts';
import type { TextStore } from './browser.ts';

/**
 * A receipt: the copy that stays on the device of what was last given to an LMS. An LMS that answers
 * from memory passes every check within the session, so the copy is compared at the next launch (P16).
 */
export interface Receipt {
  readonly suspendData: string;
  readonly location: string;
}

/** Where receipts of one learner in one course are kept. No call throws: a receipt is a courtesy. */
export interface ReceiptBook {
  read(): Receipt | undefined;
  write(receipt: Receipt): void;
  remove(): void;
}

/** The key of what is kept on a device for one learner of a course. */
export const learnerKey = (course: string, learner: string): string =>
  hash(`${course}\n${learner}`);

/** The name in the browser's storage under which the receipt of a learner is kept. */
export const receiptName = (key: string): string => `ati-${key}`;

/**
 * The receipts of a learner. On a shared computer the key tells nobody who was here.
 * @param learner id by which the LMS knows the learner; without one there are no receipts, because
 * they could be shown to somebody else
 */
export function receiptBook(
  store: () => TextStore,
  course: string,
  learner: string | undefined,
): ReceiptBook {
  const key = receiptName(learnerKey(course, learner ?? ''));
  const quietly = <T>(work: (store: TextStore) => T): T | undefined => {
    if (learner === undefined) return undefined;
    try {
      return work(store());
    } catch {
      return undefined;
    }
  };
  return {
    read: () =>
      quietly((texts) => {
        const [suspendData = '', location = ''] = (texts.getItem(key) ?? '').split(' ');
        return suspendData === '' ? undefined : { suspendData, location };
      }),
    write: ({ suspendData, location }) => {
      quietly((texts) => texts.setItem(key, `${suspendData} ${location}`));
    },
    remove: () => {
      quietly((texts) => texts.removeItem(key));
    },
  };
}

/** Two rounds of FNV-1a. It has to hide an id from a passer-by, not from an attacker. */
const hash = (text: string): string =>
  [0x811c9dc5, 0x01000193].map((offset) => fnv1a(text, offset).toString(36)).join('');

/**
 * What the LMS has and what a receipt has, in one: nothing done is missing, nothing is counted twice.
 * The rows are the LMS's, because they are numbers in its log.
 */
export function reunite(lms: Attempt, receipt: Attempt): Attempt {
  return {
    viewed: [...new Set([...lms.viewed, ...receipt.viewed])],
    location: receipt.location || lms.location,
    ...((receipt.track ?? lms.track) && { track: (receipt.track ?? lms.track) as string }),
    cases: reuniteEach(lms.cases, receipt.cases, reuniteCase),
    checks: reuniteEach(lms.checks, receipt.checks, reuniteCheck),
    seconds: Math.max(lms.seconds, receipt.seconds),
    rows: lms.rows,
    ...reuniteEdition(lms.edition, receipt.edition),
  };
}

/** The earlier of the two, so that what changed since is told of everything; nothing owed is forgotten. */
function reuniteEdition(
  lms: Edition | undefined,
  receipt: Edition | undefined,
): Pick<Attempt, 'edition'> {
  const known = [lms, receipt].flatMap((edition) => edition ?? []);
  const [first, second = first] = known;
  if (first === undefined || second === undefined) return {};
  const [earlier, later] = isLater(first.version, second.version)
    ? [second, first]
    : [first, second];
  const since = earlier.since ?? later.since;
  return {
    edition: {
      version: earlier.version,
      ...(since !== undefined && { since }),
      again: [...new Set(known.flatMap(({ again }) => again))],
    },
  };
}

function reuniteEach<T>(
  lms: Readonly<Record<string, T>>,
  receipt: Readonly<Record<string, T>>,
  both: (lms: T, receipt: T) => T,
): Readonly<Record<string, T>> {
  const ids = [...new Set([...Object.keys(lms), ...Object.keys(receipt)])];
  return Object.fromEntries(
    ids.flatMap((id) => {
      const [one, other] = [lms[id], receipt[id]];
      const found = one !== undefined && other !== undefined ? both(one, other) : (one ?? other);
      return found === undefined ? [] : [[id, found]];
    }),
  );
}

function reuniteCase(lms: CaseRecord, receipt: CaseRecord): CaseRecord {
  const isLmsFurther =
    lms.finished === receipt.finished ? lms.first.length > receipt.first.length : lms.finished;
  return {
    ...(isLmsFurther ? lms : receipt),
    endings: [...new Set([...lms.endings, ...receipt.endings])],
  };
}

function reuniteCheck(lms: CheckRecord, receipt: CheckRecord): CheckRecord {
  const [more, fewer] =
    lms.tries.length > receipt.tries.length
      ? [lms.tries, receipt.tries]
      : [receipt.tries, lms.tries];
  const best = Math.max(...fewer);
  const tries = best > Math.max(...more) ? [best, ...more.slice(-7)] : more;
  const open = receipt.open ?? lms.open;
  const last = receipt.last ?? lms.last;
  return { tries, ...(open && { open }), ...(last && { last }) };
}
