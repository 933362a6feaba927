import { csvFile } from '../../course/csv.ts';
import { letters, tally } from './tally.ts';
import type { Way } from './way.ts';

/** Ids and words of a case for the table. */
export interface CaseWords {
  /** Ids of the choices that were offered to a group in a round, in the order of their letters. */
  readonly offered: (way: Way, round: number) => readonly string[];
  readonly heading: (scene: string) => string;
  readonly label: (scene: string, choice: string) => string;
}

/**
 * The votes of all groups as CSV, with a row for each choice of each decision. Reasons are included as typed.
 * @param head headings of the eleven columns
 */
export const votesTable = (
  head: readonly string[],
  ways: readonly Way[],
  words: CaseWords,
): string =>
  csvFile(
    head,
    ways.flatMap((way) =>
      way.rounds.flatMap(({ scene, taken, vote }, round) => {
        const choices = words.offered(way, round);
        return tally(vote, choices).map(({ choice, hands, tables, votes, share }, place) => [
          way.group,
          round + 1,
          words.heading(scene),
          letters[place] ?? '',
          words.label(scene, choice),
          hands,
          tables.join('; '),
          votes,
          Math.round(share * 1000) / 1000,
          choice === taken ? 1 : 0,
          vote.reasons[choice] ?? '',
        ]);
      }),
    ),
  );
