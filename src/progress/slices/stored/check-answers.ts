import {
  type Digit,
  flagDigits,
  itemAt,
  type MixedRadixReader,
} from '../../../codec/mixed-radix.ts';
import { stages } from '../../../course/stage.ts';
import type { ResponseType } from '../../../course/response-type.ts';
import type { QuestionStructure } from '../../../course/structure.ts';

/** Encodes and decodes responses of one type. Decoding cannot distinguish an empty response from a missing one. */
export interface StoredAnswer {
  /** @param options ids of the question in authored order */
  write(response: readonly string[], options: readonly string[]): readonly Digit[];
  /** @throws UnreadableError */
  read(reader: MixedRadixReader, options: readonly string[]): readonly string[];
}

/** Encodes any sequence of items as positions counted from 1, terminated by 0. */
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

/** Encodes one choice for each item: their number, then the position of each choice, counted from 0. */
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

/** Encodes an order of items: each as its position, from 1, among the items not yet placed; terminated by 0. */
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

/** Characters of a number as `written-number.ts` writes it, and the maximum length stored. */
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

/** Encodings by response type. */
const types: Readonly<Record<ResponseType, StoredAnswer>> = {
  single: oneOf,
  several: someOf,
  // `options` lists the items, then the targets, so the targets start after as many items as there are choices.
  matching: /* @__PURE__ */ choiceForEach((options, count) => options.slice(count)),
  ordering: orderOf,
  numeric: number,
  continuum: /* @__PURE__ */ choiceForEach(() => stages),
};

/** The encoding of responses to a question. */
export const storedAnswer = ({ kind }: QuestionStructure): StoredAnswer => types[kind];
