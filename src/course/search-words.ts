import { z } from 'zod';
import { nonEmptyText } from './id.ts';

const queryPhrases = z.array(nonEmptyText.max(60)).min(1);

/** `content/<language>/search-words.yaml`: words that readers type and that the course expresses in other words. */
export const searchWordsSchema = z.strictObject({
  /** Words that the search replaces by others: brand names, short forms, slang. */
  synonyms: z.array(z.strictObject({ words: queryPhrases, means: nonEmptyText.max(60) })),
  /** Subjects that the course does not cover, with the sentence that tells readers so. */
  notCovered: z.array(z.strictObject({ words: queryPhrases, says: nonEmptyText.max(200) })),
  /** Words that are the subject of no page, such as question words; the search ignores them if there are others. */
  common: z.array(nonEmptyText.max(30)).default([]),
  /** Readers' names for a page, by its path below its language; they rank like its title. */
  pages: z.record(z.string(), nonEmptyText.max(4000)).default({}),
});

export type SearchWords = z.output<typeof searchWordsSchema>;

/** Search words of a language without the file. */
export const noSearchWords: SearchWords = {
  synonyms: [],
  notCovered: [],
  common: [],
  pages: {},
};
