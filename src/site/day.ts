/**
 * Formats a date as usual in a language, such as "24 November 2026"; no line breaks between the day and the month.
 * @param date YYYY-MM-DD, or the `Date` parsed from YAML
 */
// Plain "en" would use the US order everywhere.
export const day = (language: string, date: string | Date): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
    .format(new Date(date))
    .replace(/^(\d+\S*) /u, '$1\u00a0');
