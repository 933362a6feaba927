import { nearestOr } from '../diagnostics/nearest-name.ts';
import { sitePages } from '../site-pages.ts';
import type { Rule } from './rule.ts';

/** Search words that lead to pages the course does not have, and phrases with more than one meaning. */
export const searchWords: Rule = {
  id: 'search-words',
  check(content, report) {
    const { language, searchWords: words } = content;
    const file = `${language}/search-words.yaml`;
    const pages = sitePages(content);
    for (const page of Object.keys(words.pages))
      if (!pages.has(page))
        report({
          file,
          field: `pages.${page}`,
          message: `The course has no page "${page}".`,
          suggestion: nearestOr(
            page,
            [...pages.keys()],
            'Write the path of a page below its language, or delete the line.',
          ),
        });
    const seen = new Set<string>();
    for (const kind of ['synonyms', 'notCovered'] as const)
      words[kind].forEach((entry, index) => {
        for (const phrase of entry.words) {
          const typed = phrase.toLowerCase();
          if (seen.has(typed))
            report({
              file,
              field: `${kind}.${index}.words`,
              message: `"${phrase}" stands twice, and only the last is used.`,
              suggestion: 'Delete it in one of the two places.',
            });
          seen.add(typed);
        }
      });
  },
};
