/**
 * The size of a file in the language of a page. No line breaks between number and unit.
 * @param fewest digits after the point, where there are fewer
 */
export const fileSize = (language: string, bytes: number, fewest = 0): string =>
  new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit: 'megabyte' },
    ...{ minimumFractionDigits: fewest, maximumFractionDigits: 1 },
  })
    .format(bytes / 1e6)
    .replaceAll(' ', '\u00a0');
