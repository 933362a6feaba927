import type { LibraryDocument } from '../course/library.ts';
import type { ParsedContent } from './parsed-content.ts';

type Parts = Pick<ParsedContent, 'language' | 'library' | 'libraryWords' | 'sources'>;

/** The library as a page shows it: each document with its particulars and the words on its use. */
export const libraryDocuments = ({ library, libraryWords, sources }: Parts): LibraryDocument[] => {
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  return library.map((entry) => {
    const document = 'source' in entry ? sourceOf.get(entry.source) : entry.document;
    const documentWords = libraryWords[entry.id];
    if (document === undefined || documentWords === undefined)
      throw new Error(`library.yaml: no document or words for "${entry.id}"`);
    const { authors, year, title, container, url, checked, read } = document;
    return {
      id: entry.id,
      ...('source' in entry && { source: entry.source }),
      ...{ authors, year, title, container, url, checked, read },
      ...documentWords,
    };
  });
};
