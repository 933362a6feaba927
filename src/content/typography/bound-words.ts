import { typographyOf } from './languages.ts';

/** `S v LM`: a short name stays with the "v"; and `v. Germany`, before a name of any length. */
const cases = String.raw`(?<=(?<!\p{L})\p{Lu}{1,3}) (?=v\.? \p{Lu})|(?<=\p{Lu}[\p{L}.’'-]* v\.?) (?=\p{Lu})`;
/** `Côte d’Ivoire` */
const places = String.raw`(?<=\p{Lu}\p{L}+) (?=d[’']\p{Lu})`;

/**
 * A text with no-break spaces inside the words that are read as one: a provision and its number, the parties of a
 * short case name, a name with an elided article.
 *
 * It is applied to finished pages: the texts of the course, what is searched and what is saved keep their spaces.
 * @param language BCP 47 tag
 */
export function boundWords(text: string, language: string): string {
  const { numbered } = typographyOf(language) ?? {};
  return text.replace(spaces(numbered), '\u00a0');
}

const patterns = new Map<string | undefined, RegExp>();

function spaces(numbered: string | undefined): RegExp {
  const known = patterns.get(numbered);
  if (known !== undefined) return known;
  const numbers = numbered === undefined ? [] : [`(?<=(?<![\\p{L}\\p{N}])(?:${numbered})) (?=\\d)`];
  const pattern = new RegExp([...numbers, cases, places].join('|'), 'gu');
  patterns.set(numbered, pattern);
  return pattern;
}
