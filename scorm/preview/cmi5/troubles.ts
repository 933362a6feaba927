import { type Answer, answerOf, type Asked } from './exchange.ts';

/** How the platform is told to misbehave, in the order shown. */
export const troubles = [
  'lost',
  'refuses',
  'forgets',
  'login',
  'slow',
  'token-used',
  'clock',
] as const;

export type Trouble = (typeof troubles)[number];

export const isTrouble = (name: string): name is Trouble =>
  (troubles as readonly string[]).includes(name);

/** How far a clock is off that is wrong, in milliseconds: a year. */
const year = 365 * 24 * 3_600_000;

/** By how much the platform's clock is ahead, in milliseconds. */
export const clockError = (on: ReadonlySet<Trouble>): number => (on.has('clock') ? year : 0);

/** What a platform in trouble answers in place of its own answer; undefined where it is in none. */
export function troubled(on: ReadonlySet<Trouble>, asked: Asked): Answer | 'lost' | undefined {
  if (on.has('lost')) return 'lost';
  if (on.has('login')) return logIn;
  if (asked.path === 'token')
    return on.has('token-used')
      ? answerOf(200, { 'error-code': '1', 'error-text': 'The token was given before.' })
      : undefined;
  if (asked.method === 'GET') return undefined;
  if (on.has('refuses')) return answerOf(503);
  return on.has('forgets') ? forgotten(asked) : undefined;
}

const logIn: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Log in</title><form><label>Name <input></label></form>',
};

/** What a platform says that has taken something. */
function forgotten({ path, body }: Asked): Answer {
  if (path !== 'xapi/statements') return answerOf(204);
  try {
    const sent = JSON.parse(body) as { id?: string }[];
    return answerOf(
      200,
      [sent].flat().map(({ id }) => id),
    );
  } catch {
    return answerOf(400);
  }
}
