/** The words of `code-words.txt`, one a line. */
export const codeWordsIn = (text: string): string[] =>
  text.split(/\r?\n/).filter((line) => line !== '');
