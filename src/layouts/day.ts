/**
 * A date as readers of a language write it, such as "24 November 2026".
 * @param date YYYY-MM-DD, or the `Date` that YAML made of it
 */
export const day = (language: string, date: string | Date): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
