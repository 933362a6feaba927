import {
  type Digit,
  flagDigits,
  itemAt,
  type MixedRadixReader,
} from '../../../codec/mixed-radix.ts';
import { stages } from '../../../course/stage.ts';
import type { ResponseType } from '../../../course/response-type.ts';
import type { QuestionStructure } from '../../../course/structure.ts';

/** Storage of a response to one kind of question; an empty response reads as none. */
export interface StoredAnswer {
  /** @param options ids of the question in authored order */
  write(response: readonly string[], options: readonly string[]): readonly Digit[];
  /** @throws UnreadableError */
  read(reader: MixedRadixReader, options: readonly string[]): readonly string[];
}

/** Items of a list in any order and number, as positions counted from 1; 0 ends the response. */
const listOf = (items: readonly string[]): StoredAnswer => ({
  write: (response) => [
    ...response.map((id): Digit => [items.lastIndexOf(id) + 1, items.length + 1]),
    [0, items.length + 1],
  ],
  read(reader) {
    const response: string[] = [];
    for (;;) {
      const position = reader.take(items.length + 1);
      if (position === 0) return response;
      response.push(itemAt(items, position - 1));
    }
  },
});

/** Choices for items, one each: how many there are, then positions. */
const choiceForEach = (
  readItems: (options: readonly string[], count: number) => readonly string[],
): StoredAnswer => ({
  write(response, options) {
    const items = readItems(options, response.length);
    const chosen = response.filter((id) => items.includes(id));
    if (chosen.length < response.length) return [[0, options.length + 1]];
    const digits = chosen.map((id): Digit => [items.lastIndexOf(id), items.length]);
    return [[chosen.length, options.length + 1], ...digits];
  },
  read(reader, options) {
    const count = reader.take(options.length + 1);
    const items = readItems(options, count);
    return Array.from({ length: count }, () => itemAt(items, reader.take(items.length)));
  },
});

/** Items in some order, each once: what was placed is out. Counted from 1; 0 ends the response. */
const orderOf: StoredAnswer = {
  write(response, options) {
    const left = [...options];
    const digits = response.flatMap((id): Digit[] => {
      const position = left.indexOf(id);
      if (position < 0) return [];
      left.splice(position, 1);
      return [[position + 1, left.length + 2]];
    });
    return [...digits, [0, left.length + 1]];
  },
  read(reader, options) {
    const left = [...options];
    const response: string[] = [];
    for (;;) {
      const position = reader.take(left.length + 1);
      if (position === 0) return response;
      response.push(...left.splice(position - 1, 1));
    }
  },
};

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
const characters = /* @__PURE__ */ listOf(/* @__PURE__ */ Array.from('0123456789.-+eE'));
const longestNumber = 15;

const number: StoredAnswer = {
  write: ([text = ''], options) =>
    characters.write(Array.from(text).slice(0, longestNumber), options),
  read(reader, options) {
    const text = characters.read(reader, options).join('');
    return text === '' ? [] : [text];
  },
};

/** Ways to store a response, by the response type of the question. */
const types: Readonly<Record<ResponseType, StoredAnswer>> = {
  single: oneOf,
  several: someOf,
  // The structure lists items, then targets; an item has one target.
  matching: /* @__PURE__ */ choiceForEach((options, count) => options.slice(count)),
  ordering: orderOf,
  numeric: number,
  continuum: /* @__PURE__ */ choiceForEach(() => stages),
};

/** Storage of the responses to a question. */
export const storedAnswer = ({ kind }: QuestionStructure): StoredAnswer => types[kind];
