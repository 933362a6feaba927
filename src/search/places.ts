const place =
  /(?:\bart\w*\.? *)?\b(\d+)(?:,? *par\w*)?[ .,(]+(\d+)[ .()]*([a-h])\)?(?![\p{L}\d])/giu;

/** An article and its paragraph, with nothing but a space or a point between them: "art 38 1". */
const paragraph = /(\bart(?:icle)?\.? *\d+)[ .]+(\d\d?)(?![\p{L}\d])/giu;

/**
 * A query with the places of treaties in it as the course writes them: "art 3 4 c", "3.4(c)" and "article 3,
 * paragraph 4 (c)" all become `3(4)(c)`, and "art 38 1" becomes `art 38(1)`. Numbers of rules and resolutions, such
 * as 2.6 and 58/5, stay as they are.
 */
export const withPlaces = (query: string): string =>
  query.replace(place, '$1($2)($3)').replace(paragraph, '$1($2)');
