/** Codes of ISO 639-3 by the language of a BCP 47 tag, for tags of two letters. */
const codes: Readonly<Record<string, string>> = {
  ar: 'ara',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fa: 'fas',
  fr: 'fra',
  hi: 'hin',
  id: 'ind',
  it: 'ita',
  kk: 'kaz',
  km: 'khm',
  ky: 'kir',
  lo: 'lao',
  my: 'mya',
  ne: 'nep',
  pt: 'por',
  ru: 'rus',
  sw: 'swa',
  tg: 'tgk',
  th: 'tha',
  tr: 'tur',
  uk: 'ukr',
  ur: 'urd',
  uz: 'uzb',
  vi: 'vie',
  zh: 'zho',
};

/** The ISO 639-3 code that catalogues of ZIM archives require; undefined if not in the table. */
export function languageCode(tag: string): string | undefined {
  const [language = ''] = tag.split('-');
  return language.length === 3 ? language : codes[language];
}
