/**
 * One spelling for what British and American English write differently, and for a few forms of one word. Index and
 * query both pass through it, so that "counselling" and "counseling" are one word; it never reaches a reader, so a
 * form such as "cort" for "court" does no harm. Each rule holds for the beginnings of a word too ("organiz"), because
 * the last word of a query is often unfinished.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/z/g, 's'], // organization, analyze
  [/ou(?=r|$)/g, 'o'], // behaviour, labour
  [/^((?:non)?(?:def|off|lic|pret))enc/, '$1ens'], // defence, offence, licence
  [/^practis/, 'practic'],
  [/^(con|di)vert/, '$1version'], // diverted, which the stemmer keeps apart from diversion
  [/^programm/, 'program'], // programme
  [/^pregn[ae]n.+/, 'pregnancy'], // pregnant, and as it is often typed
  [/^(counse|labe|trave|cance|mode|signa|enro|fulfi)ll/, '$1l'], // counselling, enroll
  [/^(cen|thea)(?:tr|r)e(?=s?$)/, '$1ter'], // centre
  [/^(minor|author)it/, '$1itj'], // minorities, authorities: which the stemmer makes one with minor and author
  [/dgement/, 'dgment'], // judgement
  [/ae(?=[dmst])/, 'e'], // paediatric, anaesthetic
  [/^enq/, 'inq'], // enquiry
  [/logue(?=s?$)/, 'log'], // dialogue
];

/**
 * The one spelling of an English word.
 * @param word lower case, without accents
 */
export const oneSpelling = (word: string): string =>
  rules.reduce((spelt, [pattern, form]) => spelt.replace(pattern, form), word);
