/** A stretch of a block of text that is spoken in one go. */
export interface Utterance {
  /** Place of its block in the list of blocks. */
  readonly block: number;
  /** Its start and end in the text of the block, in code units. */
  readonly start: number;
  readonly end: number;
  /** The text to speak: single spaces, none before a full stop. */
  readonly text: string;
}

/** Chrome breaks off a voice after about 15 seconds: at three quarters of the speed that is this many characters. */
const longest = 160;

/**
 * Cuts blocks of text, such as paragraphs and headings, into what is spoken in one go: a sentence, and of a long
 * sentence a part of it.
 * @param blocks their text as the page has it, line breaks and all
 * @param language BCP 47 tag, which decides where a sentence ends
 */
export const utterancesOf = (blocks: readonly string[], language: string): Utterance[] =>
  // A line break of the file would end a sentence (UAX 29).
  blocks
    .map((text) => text.replace(/\s/g, ' '))
    .flatMap((text, block) =>
      sentences(text, language)
        .flatMap((sentence) => shortened(text, sentence))
        .map(({ start, end }) => ({ block, start, end, text: spoken(text.slice(start, end)) }))
        // A dash or a dot alone is no word.
        .filter((utterance) => /[\p{L}\p{N}]/u.test(utterance.text)),
    );

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A full stop after so short a word, before a number, belongs to an abbreviation: "Art. 3", "no. 12". */
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
  // Firefox has it from 125 on.
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

/** A sentence as it is, or its parts where it is too long: cut after a colon, semicolon or comma, or else a word. */
function shortened(text: string, { start, end }: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let from = start;
  while (end - from > longest) {
    const head = text.slice(from, from + longest);
    // The rest must be long enough for an utterance of its own.
    const cut = [/^.*[;:—](?=\s)/su, /^.*[,،、，](?=\s)/su, /^.*(?=\s)/su]
      .map((pattern) => pattern.exec(head)?.[0].length ?? 0)
      .find((length) => length > longest / 4);
    const to = from + (cut ?? longest);
    parts.push({ start: from, end: to });
    from = to;
  }
  return [...parts, { start: from, end }];
}

/** The text as it is spoken, without the gaps that a citation leaves behind. */
const spoken = (text: string) =>
  text
    .replace(/[\s\u200B]+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim();
