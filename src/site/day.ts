/**
 * A date as readers of a language write it, such as "24 November 2026"; no line ends between the day and its month.
 * @param date YYYY-MM-DD, or the `Date` that YAML made of it
 */
// Plain "en" would give the order of the United States to readers everywhere.
export const day = (language: string, date: string | Date): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
    .format(new Date(date))
    .replace(/^(\d+\S*) /u, '$1\u00a0');
