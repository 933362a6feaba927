import type { Structure } from '../course/structure.ts';
import { isLater } from '../course/version.ts';
import type { ParsedContent } from './parsed-content.ts';

/** The structures of published versions with their version, the newest first. */
export const newestFirst = (history: ParsedContent['history']): [string, Structure][] =>
  [...history].toSorted(([one], [other]) => (isLater(one, other) ? -1 : 1));

/** The banks of all published versions, the newest first. */
export const publishedBanks = (
  history: ParsedContent['history'],
): Structure['checks'][number]['questions'][] =>
  newestFirst(history).flatMap(([, { checks }]) => checks.map(({ questions }) => questions));
