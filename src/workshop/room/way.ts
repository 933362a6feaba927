import * as z from 'zod/mini';

const id = z.string().check(z.maxLength(48));
const count = z.int().check(z.gte(0), z.lte(9999));
const text = z.string().check(z.maxLength(2000));

const voteSchema = z.strictObject({
  /** Raised hands, by id of the choice. */
  hands: z.record(id, count),
  /** Choices of tables or professions; `choice` is empty until the table has chosen. */
  tables: z.array(z.strictObject({ name: z.string().check(z.maxLength(60)), choice: id })),
  /** Reasons that were given, by id of the choice. */
  reasons: z.record(id, text),
});

const roundSchema = z.strictObject({ scene: id, taken: id, vote: voteSchema });

/** Maximum number of groups that play one case in parallel. */
export const mostGroups = 6;

const waySchema = z.strictObject({
  group: z.string().check(z.maxLength(60)),
  rounds: z.array(roundSchema).check(z.maxLength(60)),
  /** The vote on the decision that is open. */
  vote: voteSchema,
  /** Whether the screen shows the consequence of the last choice rather than the next scene. */
  isTold: z.boolean(),
  /** Number of scenes without a decision that were read since the last choice. */
  read: count,
});

/** State of a case played by a room: the way of each group, and what the projector shows. */
export const roomSchema = z.strictObject({
  ways: z.array(waySchema).check(z.minLength(1), z.maxLength(mostGroups)),
  /** Index in `ways` of the active group. */
  playing: count,
  /** Whether the trainer has opened the verdicts on the last choice, or the debrief at an ending. */
  isOpen: z.boolean(),
});

export type Room = z.output<typeof roomSchema>;
export type Way = z.output<typeof waySchema>;
export type Vote = z.output<typeof voteSchema>;

export const noVote: Vote = { hands: {}, tables: [], reasons: {} };

/** The initial way of a group. */
export const freshWay = (group: string): Way => ({
  group,
  rounds: [],
  vote: noVote,
  isTold: false,
  read: 0,
});

/** The tables of a vote without their choices, for the next vote of the same people. */
export const withoutChoices = ({ tables }: Vote): Vote => ({
  ...noVote,
  tables: tables.map(({ name }) => ({ name, choice: '' })),
});
