import type { Vote } from './way.ts';

/** Votes of a room for one choice. */
export interface Tally {
  readonly choice: string;
  readonly hands: number;
  /** Names of the tables or professions that chose it. */
  readonly tables: readonly string[];
  /** Sum of hands and tables; a table counts as one vote. */
  readonly votes: number;
  /** Share of all votes, 0 to 1; 0 without votes. */
  readonly share: number;
}

/** The votes for each of the given choices, in their order. */
export function tally(vote: Vote, choices: readonly string[]): Tally[] {
  const counted = choices.map((choice) => {
    const hands = vote.hands[choice] ?? 0;
    const tables = vote.tables.filter((table) => table.choice === choice).map(({ name }) => name);
    return { choice, hands, tables, votes: hands + tables.length };
  });
  const all = counted.reduce((sum, { votes }) => sum + votes, 0);
  return counted.map((each) => ({ ...each, share: all === 0 ? 0 : each.votes / all }));
}

/** The choices with the most votes: several if there is a tie, none without a vote. */
export function leading(tallies: readonly Tally[]): string[] {
  const most = Math.max(0, ...tallies.map(({ votes }) => votes));
  return most === 0 ? [] : tallies.filter(({ votes }) => votes === most).map((each) => each.choice);
}

/** Letters of the choices, on the screen and on the cards; a case offers at most six. */
export const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
