/** Two numbers and a letter with signs or words between: "3.4(d)", "art. 3, para. 4, lit. d", "3 § 4 d". */
const place =
  /(?:\bart[a-z]*\.? *|\b)(\d+)(?:[ .,:()§-]|par[a-z]*|section)+(\d+)(?:[ .,:()§-]|(?:sub)?par[a-z]*|lit[a-z]*)*?([a-h])\)?(?![\p{L}\d])/giu;

/** An article and its paragraph, with nothing but a space, a point or the word between them: "art 38 1". */
const paragraph =
  /(\bart(?:icle)?\.? *\d+)(?:,? *(?:par[a-z]*\.?|§)[ .(]*|[ .(]+)(\d\d?)\)?(?![\p{L}\d])/giu;

/**
 * A query with the places of treaties in it as the course writes them: "art 3 4 c", "3.4(c)" and "article 3,
 * paragraph 4 (c)" all become `3(4)(c)`, and "art 38 1" becomes `art 38(1)`. Numbers of rules and resolutions, such
 * as 2.6 and 58/5, stay as they are.
 */
export const withPlaces = (query: string): string =>
  query.replace(place, '$1($2)($3)').replace(paragraph, '$1($2)');
