import { nearestOr } from '../diagnostics/nearest-name.ts';
import type { Rule } from './rule.ts';

/** Documents of the library without words, words without a document, and duplicate ids. */
export const library: Rule = {
  id: 'library',
  check({ language, library: entries, libraryWords, unread }, report) {
    const file = `${language}/library.yaml`;
    const knowsWords = !unread.has(file);
    const ids = new Set<string>();
    entries.forEach(({ id }, index) => {
      if (ids.has(id))
        report({
          file: 'library.yaml',
          field: `${index}.id`,
          message: `The id "${id}" appears twice.`,
          suggestion: 'Choose another id.',
        });
      ids.add(id);
      if (knowsWords && libraryWords[id] === undefined)
        report({
          file,
          field: id,
          message: `The words of document "${id}" are missing.`,
          suggestion: 'Write what the document is for.',
        });
    });
    for (const id of Object.keys(libraryWords))
      if (!unread.has('library.yaml') && !ids.has(id))
        report({
          file,
          field: id,
          message: `library.yaml has no document "${id}".`,
          suggestion: nearestOr(id, [...ids], 'Delete it, or add the document there.'),
        });
  },
};
