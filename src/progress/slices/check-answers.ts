import { type Digit, flagDigits, itemAt, type MixedRadixReader } from '../../codec/mixed-radix.ts';
import { stages } from '../../course/stage.ts';
import type { QuestionStructure } from '../../course/structure.ts';

/** How a response to one kind of question is stored; an empty response reads as none. */
export interface StoredAnswer {
  /** @param options ids of the question in authored order */
  write(response: readonly string[], options: readonly string[]): readonly Digit[];
  /** @throws UnreadableError */
  read(reader: MixedRadixReader, options: readonly string[]): readonly string[];
}

/** Items of a list in any order and number, as positions counted from 1; 0 ends the response. */
const listOf = (known: (options: readonly string[]) => readonly string[]): StoredAnswer => ({
  write(response, options) {
    const items = known(options);
    const positions = response.map((id) => items.lastIndexOf(id)).filter((place) => place >= 0);
    const radix = items.length + 1;
    return [...positions.map((position): Digit => [position + 1, radix]), [0, radix]];
  },
  read(reader, options) {
    const items = known(options);
    const response: string[] = [];
    for (;;) {
      const position = reader.take(items.length + 1);
      if (position === 0) return response;
      response.push(itemAt(items, position - 1));
    }
  },
});

const oneOf: StoredAnswer = {
  write: ([id = ''], options) => [[options.indexOf(id) + 1, options.length + 1]],
  read(reader, options) {
    const position = reader.take(options.length + 1);
    return position === 0 ? [] : [itemAt(options, position - 1)];
  },
};

const someOf: StoredAnswer = {
  write: (response, options) => flagDigits(options.map((id) => response.includes(id))),
  read(reader, options) {
    const isChosen = reader.flags(options.length);
    return options.filter((_, index) => isChosen[index]);
  },
};

/** Characters of a number (`written-number.ts`), and how many of them are kept. */
const numberCharacters = Array.from('0123456789.-+eE');
const longestNumber = 10;

const characters = listOf(() => numberCharacters);

const number: StoredAnswer = {
  write: ([text = ''], options) =>
    characters.write(Array.from(text).slice(0, longestNumber), options),
  read(reader, options) {
    const text = characters.read(reader, options).join('');
    return text === '' ? [] : [text];
  },
};

/** Kinds whose responses are not a list of their own options. */
const kinds: Readonly<Record<string, StoredAnswer>> = {
  single: oneOf,
  several: someOf,
  numeric: number,
  continuum: listOf(() => stages),
};

const ownOptions = listOf((options) => options);

export const storedAnswer = ({ kind }: QuestionStructure): StoredAnswer =>
  Object.hasOwn(kinds, kind) ? (kinds[kind] ?? ownOptions) : ownOptions;

/** An answer that takes as much room as any. */
export function widestAnswer({ kind, options }: QuestionStructure): readonly string[] {
  if (kind === 'numeric') return ['-1234567.8'];
  if (kind === 'single') return options.slice(-1);
  if (kind === 'continuum') return options.map(() => 'trial');
  // The structure lists items, then targets; an item has one target.
  if (kind === 'matching')
    return options.slice(options.length >> 1).map(() => options.at(-1) ?? '');
  return options;
}
