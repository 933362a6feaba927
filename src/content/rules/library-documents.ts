import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LibraryDocument } from '../../course/library.ts';
import type { ParsedContent } from '../parsed-content.ts';

type Parts = Pick<ParsedContent, 'language' | 'library' | 'libraryWords' | 'sources'>;

/** The library as a page shows it: each document with its particulars and the words on its use. */
export const libraryDocuments = ({ library, libraryWords, sources }: Parts): LibraryDocument[] =>
  library.map((entry) => {
    const document =
      'source' in entry ? sources.find(({ id }) => id === entry.source) : entry.document;
    const own = libraryWords[entry.id];
    if (document === undefined || own === undefined)
      throw new Error(`no document or words for "${entry.id}" of the library`);
    const { authors, year, title, container, url, checked, read } = document;
    return {
      id: entry.id,
      ...('source' in entry && { source: entry.source }),
      ...{ authors, year, title, container, url, checked, read },
      ...own,
    };
  });

/** Documents without words, words without a document, ids that stand twice, sources that do not exist. */
export function libraryFaults(parts: Parts & Pick<ParsedContent, 'unread'>): Diagnostic[] {
  const { language, library, libraryWords, sources, unread } = parts;
  const knowsSources = !unread.has('sources.yaml');
  const knowsWords = !unread.has(`${language}/library.yaml`);
  const faults: Diagnostic[] = [];
  const ids = library.map(({ id }) => id);
  library.forEach((entry, index) => {
    const fault = (field: string, message: string, suggestion: string) =>
      faults.push({ file: 'library.yaml', field: `${index}.${field}`, message, suggestion });
    if (ids.indexOf(entry.id) !== index)
      fault('id', `The id "${entry.id}" stands there twice.`, 'Choose another id.');
    if (knowsSources && 'source' in entry && !sources.some(({ id }) => id === entry.source))
      fault(
        'source',
        `No source is called "${entry.source}".`,
        'Add it to sources.yaml, or mend the spelling.',
      );
    if (knowsWords && libraryWords[entry.id] === undefined)
      faults.push({
        file: `${language}/library.yaml`,
        field: entry.id,
        message: 'Missing.',
        suggestion: 'Write what the document is for.',
      });
  });
  for (const id of Object.keys(libraryWords))
    if (!unread.has('library.yaml') && !ids.includes(id))
      faults.push({
        file: `${language}/library.yaml`,
        field: id,
        message: `library.yaml has no "${id}".`,
        suggestion: 'Remove it, or add the document there.',
      });
  return faults;
}
