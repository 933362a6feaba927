import { base64 } from '../../codec/alphabet.ts';
import { itemAt, UnreadableError } from '../../codec/mixed-radix.ts';

/** Number of digits of form 1 that can represent that many values. */
export const width = (values: number): number => (values <= 64 ? 1 : 1 + width(values / 64));

/** Reads the fixed-width digits of form 1: base 64, most significant first. */
export class DigitReader {
  readonly text: string;
  position = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Takes the next character. @throws UnreadableError at the end */
  character(): string {
    if (this.isAtEnd) throw new UnreadableError('ends too early');
    return this.text.charAt(this.position++);
  }

  /** Takes a number of that many digits. @throws UnreadableError */
  number(digits: number): number {
    let value = 0;
    for (let place = 0; place < digits; place++) {
      const digit = base64.indexOf(this.character());
      if (digit < 0) throw new UnreadableError('holds a strange character');
      value = value * 64 + digit;
    }
    return value;
  }

  /** Takes `count` flags, six to a digit, the first in the lowest bit. @throws UnreadableError */
  flags(count: number): boolean[] {
    const flags: boolean[] = [];
    while (flags.length < count) {
      const six = this.number(1);
      for (let place = 0; place < 6 && flags.length < count; place++)
        flags.push(((six >> place) & 1) === 1);
    }
    return flags;
  }

  /** Takes a number of items, then the position of each in `members`. @throws UnreadableError */
  items(members: readonly string[]): string[] {
    const count = this.number(width(members.length + 1));
    return Array.from({ length: count }, () => itemAt(members, this.number(width(members.length))));
  }
}
