/** Typographic marks of a language. */
export interface Typography {
  /** Quotation marks, and those inside them. */
  readonly double: readonly [open: string, close: string];
  readonly single: readonly [open: string, close: string];
  /** Marks that are parted from the word before them by a narrow no-break space. */
  readonly spacedMarks?: string;
  /** Names of provisions and parts, which stay on the line of the number after them; alternatives of a pattern. */
  readonly numbered?: string;
}

const english: Typography = { double: ['“', '”'], single: ['‘', '’'] };
const angled: Typography = { double: ['«', '»'], single: ['“', '”'] };
const low: Typography = { double: ['„', '“'], single: ['‚', '‘'] };
const lowHigh: Typography = { double: ['„', '”'], single: ['‚', '’'] };

/** Provisions of law and parts of a document, as citations name them in English. */
const provisions =
  '(?:[Aa]rts?|[Cc]h|[Nn]os?|[Pp]aras?|pp?|[Rr]eg|sec|ss?|vol)\\.|guidelines?|rules?';

/** Typography by primary language subtag; the marks are those of CLDR (`delimiters`). One line adds a language. */
const languages: Readonly<Record<string, Typography>> = {
  am: { double: ['«', '»'], single: ['‹', '›'] },
  cs: low,
  da: english,
  de: low,
  el: angled,
  en: { ...english, numbered: provisions },
  es: angled,
  et: low,
  fa: { double: ['«', '»'], single: ['‹', '›'] },
  fr: { double: ['«\u00a0', '\u00a0»'], single: ['“', '”'], spacedMarks: ';:!?' },
  hi: english,
  hr: lowHigh,
  hu: { double: ['„', '”'], single: ['»', '«'] },
  id: english,
  it: angled,
  ms: english,
  nb: { double: ['«', '»'], single: ['‘', '’'] },
  nl: english,
  pl: { double: ['„', '”'], single: ['«', '»'] },
  pt: english,
  ro: { double: ['„', '”'], single: ['«', '»'] },
  ru: { double: ['«', '»'], single: ['„', '“'] },
  sk: low,
  sl: low,
  sw: english,
  th: english,
  tr: english,
  uk: { double: ['«', '»'], single: ['„', '“'] },
  vi: english,
  zu: english,
};

/** Typography of a language; undefined where it is not known, and texts stay as they were written. */
export const typographyOf = (tag: string): Typography | undefined =>
  languages[tag.split('-')[0] ?? ''];
