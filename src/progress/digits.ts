/**
 * Numbers as text in base 64, most significant digit first. The alphabet survives XML, Latin-1,
 * HTML escaping and URLs unchanged, and every database (P05).
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How many digits tell that many values apart. */
export const width = (values: number): number => (values <= 64 ? 1 : 1 + width(values / 64));

/** A number, rounded down and held within what that many digits can say. */
export function toDigits(value: number, digits: number): string {
  let rest = Math.min(64 ** digits - 1, Math.max(0, Math.floor(value)));
  let text = '';
  for (let place = 0; place < digits; place++) {
    text = alphabet.charAt(rest % 64) + text;
    rest = Math.floor(rest / 64);
  }
  return text;
}

/** Flags as digits, six to a digit, the first in the lowest place. */
export function toFlags(flags: readonly boolean[]): string {
  let text = '';
  for (let from = 0; from < flags.length; from += 6) {
    const six = flags.slice(from, from + 6);
    text += toDigits(
      six.reduce((sum, flag, place) => sum + (flag ? 2 ** place : 0), 0),
      1,
    );
  }
  return text;
}

/** What was to be read ends too early or holds a character that is no digit. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}

/** The item at a position that was read. @throws UnreadableError where there is none */
export function itemAt<T>(list: readonly T[], position: number): T {
  const found = list[position];
  if (found === undefined) throw new UnreadableError('names a position that does not exist');
  return found;
}

/** Reads digits from a text, from left to right. */
export class DigitReader {
  readonly text: string;
  position = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The next character, whatever it is. @throws UnreadableError at the end */
  character(): string {
    if (this.isAtEnd) throw new UnreadableError('ends too early');
    return this.text.charAt(this.position++);
  }

  /** A number of that many digits. @throws UnreadableError */
  number(digits: number): number {
    let value = 0;
    for (let place = 0; place < digits; place++) {
      const digit = alphabet.indexOf(this.character());
      if (digit < 0) throw new UnreadableError('holds a strange character');
      value = value * 64 + digit;
    }
    return value;
  }

  /** That many flags. @throws UnreadableError */
  flags(count: number): boolean[] {
    const flags: boolean[] = [];
    while (flags.length < count) {
      const six = this.number(1);
      for (let place = 0; place < 6 && flags.length < count; place++)
        flags.push(((six >> place) & 1) === 1);
    }
    return flags;
  }
}
