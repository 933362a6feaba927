/** A stretch of a block that is spoken in one go. */
export interface Utterance {
  /** Index of its block in the list of blocks. */
  readonly block: number;
  /** Its start and end in the text of the block, in code units. */
  readonly start: number;
  readonly end: number;
  /** The text to speak, with single spaces and none before punctuation. */
  readonly text: string;
}

/**
 * Chrome cuts off an utterance after about 15 seconds: at three quarters of the normal rate that is this many
 * characters.
 */
const longest = 160;

/**
 * Splits blocks of text, such as paragraphs and headings, into utterances: sentences, or parts of long sentences.
 * @param blocks text of the blocks as in the page, including line breaks
 * @param language BCP 47 tag, which determines where sentences end
 */
export const utterancesOf = (blocks: readonly string[], language: string): Utterance[] =>
  // A line break in the file would end a sentence (UAX 29).
  blocks
    .map((text) => text.replace(/\s/g, ' '))
    .flatMap((text, block) =>
      sentences(text, language)
        .flatMap((sentence) => shortened(text, sentence))
        .map(({ start, end }) => ({ block, start, end, text: spoken(text.slice(start, end)) }))
        // A lone dash or dot is not a word.
        .filter((utterance) => /[\p{L}\p{N}]/u.test(utterance.text)),
    );

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A full stop between a short word and a number marks an abbreviation: "Art. 3", "no. 12". */
const isAbbreviated = (text: string, next: string) =>
  /(?:^|[\s(])\p{L}{1,4}\.\s*$/u.test(text) && /^\p{N}/u.test(next);

function sentences(text: string, language: string): Stretch[] {
  const found: Stretch[] = [];
  for (const piece of pieces(text, language)) {
    const before = found.at(-1);
    if (before && isAbbreviated(text.slice(before.start, before.end), text.slice(piece.start)))
      found[found.length - 1] = { start: before.start, end: piece.end };
    else found.push(piece);
  }
  return found;
}

function pieces(text: string, language: string): Stretch[] {
  // Firefox supports it from version 125.
  const { Segmenter } = Intl as { readonly Segmenter?: typeof Intl.Segmenter };
  const parts = Segmenter
    ? Array.from(
        new Segmenter(language, { granularity: 'sentence' }).segment(text),
        ({ segment }) => segment,
      )
    : (text.match(/[^.!?…。！？؟।]+(?:[.!?…。！？؟।]+["'”’»)\]]*\s*|$)|[.!?…。！？؟।]+/gu) ?? []);
  let start = 0;
  return parts.map((part) => ({ start, end: (start += part.length) }));
}

/** Splits a sentence that is too long after a colon, semicolon or comma, or else between words. */
function shortened(text: string, { start, end }: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let from = start;
  while (end - from > longest) {
    const head = text.slice(from, from + longest);
    // The part must be long enough for an utterance of its own.
    const cut = [/^.*[;:—](?=\s)/su, /^.*[,،、，](?=\s)/su, /^.*(?=\s)/su]
      .map((pattern) => pattern.exec(head)?.[0].length ?? 0)
      .find((length) => length > longest / 4);
    const to = from + (cut ?? longest);
    parts.push({ start: from, end: to });
    from = to;
  }
  return [...parts, { start: from, end }];
}

/** Normalises text for speech: removes the gaps that citations leave behind. */
const spoken = (text: string) =>
  text
    .replace(/[\s\u200B]+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim();
