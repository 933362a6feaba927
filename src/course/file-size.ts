/**
 * Formats the size of a file in the language of a page, with a non-breaking space between number and unit.
 * @param fewest minimum number of digits after the decimal point
 */
export const fileSize = (language: string, bytes: number, fewest = 0): string =>
  new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit: 'megabyte' },
    ...{ minimumFractionDigits: fewest, maximumFractionDigits: 1 },
  })
    .format(bytes / 1e6)
    .replaceAll(' ', '\u00a0');
