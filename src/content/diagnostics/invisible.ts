/** Characters that no reader sees, by name. */
const names: readonly (readonly [from: number, to: number, name: string])[] = [
  [0x00, 0x08, 'control character'],
  [0x0b, 0x0b, 'vertical tab'],
  [0x0c, 0x0c, 'form feed'],
  [0x0d, 0x0d, 'carriage return'],
  [0x0e, 0x1f, 'control character'],
  [0x7f, 0x9f, 'control character'],
  [0xa0, 0xa0, 'no-break space'],
  [0xad, 0xad, 'soft hyphen'],
  [0x034f, 0x034f, 'combining grapheme joiner'],
  [0x061c, 0x061c, 'Arabic letter mark'],
  [0x115f, 0x1160, 'Hangul filler'],
  [0x1680, 0x1680, 'Ogham space'],
  [0x180e, 0x180e, 'Mongolian vowel separator'],
  [0x2000, 0x200a, 'space of another width'],
  [0x200b, 0x200b, 'zero width space'],
  [0x200c, 0x200c, 'zero width non-joiner'],
  [0x200d, 0x200d, 'zero width joiner'],
  [0x200e, 0x200f, 'direction mark'],
  [0x2028, 0x2029, 'line separator'],
  [0x202a, 0x202e, 'direction embedding or override'],
  [0x202f, 0x202f, 'narrow no-break space'],
  [0x205f, 0x205f, 'mathematical space'],
  [0x2060, 0x2064, 'invisible joiner'],
  [0x2066, 0x2069, 'direction isolate'],
  [0x206a, 0x206f, 'deprecated format character'],
  [0x3000, 0x3000, 'ideographic space'],
  [0x3164, 0x3164, 'Hangul filler'],
  [0xe000, 0xf8ff, 'private use character'],
  [0xfeff, 0xfeff, 'zero width no-break space'],
  [0xfff9, 0xfffc, 'annotation character'],
  [0xe0000, 0xe0fff, 'tag character'],
];

const pattern = new RegExp(
  `[${names.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('')}]`,
  'gu',
);

/** A character that no reader sees. */
export interface Invisible {
  readonly index: number;
  readonly code: string;
  readonly name: string;
}

/** Every invisible character of a text, in order. */
export const invisibleIn = (text: string): Invisible[] =>
  [...text.matchAll(pattern)].map(({ 0: character, index }) => {
    const point = character.codePointAt(0) ?? 0;
    const [, , name = ''] = names.find(([from, to]) => from <= point && point <= to) ?? [];
    return { index, code: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`, name };
  });

/** A character reference of HTML: decimal, hexadecimal or by name. */
const reference = /&(?:#(\d{1,8})|#[xX]([\da-fA-F]{1,8})|([A-Za-z]\w{1,31}));/g;

/** An escape of a double-quoted text in YAML (YAML 1.2.2, 5.7), as far as it is given by number. */
const escape = /(?<!\\)(?:\\\\)*\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/g;

/** Every escape of YAML that stands for an invisible character, or for none, in order. */
export const invisibleEscapesIn = (text: string): Invisible[] =>
  [...text.matchAll(escape)].flatMap(({ 1: two, 2: four, 3: eight, index }) =>
    numbered(Number(`0x${two ?? four ?? eight}`), index),
  );

/** Every character reference that stands for an invisible character, or for none, in order. */
export const invisibleReferencesIn = (text: string): Invisible[] =>
  [...text.matchAll(reference)].flatMap(({ 1: decimal, 2: hexadecimal, 3: name, index }) =>
    name === undefined
      ? numbered(decimal === undefined ? Number(`0x${hexadecimal}`) : Number(decimal), index)
      : Object.hasOwn(namedInvisible, name)
        ? numbered(Number(namedInvisible[name]), index)
        : [],
  );

/** Invisible characters in the character of a number; many numbers have no character (Unicode 16, 3.9). */
function numbered(point: number, index: number): Invisible[] {
  const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  if (!isCharacter)
    return [{ index, code: point.toString(16).toUpperCase(), name: 'number of no character' }];
  return invisibleIn(String.fromCodePoint(point)).map((found) => ({ ...found, index }));
}

/** Names of HTML for characters that no reader sees; spaces of some width are seen. */
const namedInvisible: Readonly<Record<string, number>> = {
  shy: 0x00ad,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
  ZeroWidthSpace: 0x200b,
  NegativeVeryThinSpace: 0x200b,
  NegativeThinSpace: 0x200b,
  NegativeMediumSpace: 0x200b,
  NegativeThickSpace: 0x200b,
  NoBreak: 0x2060,
  af: 0x2061,
  ApplyFunction: 0x2061,
  it: 0x2062,
  InvisibleTimes: 0x2062,
  ic: 0x2063,
  InvisibleComma: 0x2063,
};

/** Makes text safe for a terminal: replaces invisible characters by their code points in brackets. */
export const visible = (text: string): string =>
  text.replace(pattern, (character) => `⟨${invisibleIn(character)[0]?.code ?? ''}⟩`);
