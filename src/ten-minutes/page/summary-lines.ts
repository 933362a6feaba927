/**
 * The main points of a module, each fit to hang on a wall: the list with which its summary begins, without
 * citations.
 * @param source MDX of the summary
 */
export const summaryLines = (source: string): string[] =>
  (source.split(/^## /m)[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) =>
      line
        .slice(2)
        .replace(/<[^>]*>/g, '')
        .trim(),
    );
