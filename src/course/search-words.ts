import { z } from 'zod';
import { nonEmptyText } from './id.ts';

const queryPhrases = z.array(nonEmptyText.max(60)).min(1);

/** `content/<language>/search-words.yaml`: what readers type, where the course says it in other words. */
export const searchWordsSchema = z.strictObject({
  /** Words that are looked up as others: brand names, short forms, words of the street. */
  synonyms: z.array(z.strictObject({ words: queryPhrases, means: nonEmptyText.max(60) })),
  /** Subjects that people ask for and the course does not cover, with the sentence that says so. */
  notCovered: z.array(z.strictObject({ words: queryPhrases, says: nonEmptyText.max(200) })),
  /** Words that no page is about, such as those of a question: passed over beside others. */
  common: z.array(nonEmptyText.max(30)).default([]),
  /** Readers' names for a page, by its path below its language; they count as its title does. */
  pages: z.record(z.string(), nonEmptyText.max(4000)).default({}),
});

export type SearchWords = z.output<typeof searchWordsSchema>;

/** Words of the search in a language without the file. */
export const noSearchWords: SearchWords = {
  synonyms: [],
  notCovered: [],
  common: [],
  pages: {},
};
