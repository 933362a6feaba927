import type { Attempt } from './attempt.ts';
import type { Structure } from '../course/structure.ts';
import { attemptCodec } from './suspend-data.ts';

/**
 * A link with an attempt in its fragment, which browsers never send to a server.
 * @param page address of the page that reads it; an existing fragment is replaced
 */
export const progressLink = (page: string, attempt: Attempt, structure: Structure): string =>
  `${page.replace(/#.*$/s, '')}#p=${attemptCodec(structure).encode(attempt)}`;

/** The encoded attempt in a link, given as the whole link or as its fragment. */
export const carriedBy = (link: string): string | undefined => /#p=(\S*)/.exec(link)?.[1];

interface Unread {
  readonly problem: 'foreign' | 'newer' | 'version' | 'damaged';
}
export type ReadLink = { readonly attempt: Attempt } | Unread;

/**
 * Reads what a link carried, whatever it is. Never throws. A link that is not whole is refused as a
 * whole: the learner can take it again.
 * @param earlier structures of published versions, by fingerprint
 */
export function readLink(
  carried: string,
  structure: Structure,
  earlier: Readonly<Record<string, Structure>>,
): ReadLink {
  if (/^[3-9]/.test(carried)) return { problem: 'newer' };
  if (carried === '') return { problem: 'foreign' };
  const { attempt, problem } = attemptCodec(structure, earlier).decode(carried);
  if (problem === undefined) return { attempt };
  if (problem === 'unknown-structure') return { problem: 'version' };
  return { problem: problem === 'foreign' ? 'foreign' : 'damaged' };
}
