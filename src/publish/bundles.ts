import { globSync } from 'node:fs';
import { basename } from 'node:path';

/** The scripts of the pages, by the name under which a page asks for them (`page`, `case`, ...). */
export const pageScripts = (): Map<string, string> => entries('.entry.ts');

/** The stylesheets of the pages, by name: `site` of every page, and those that single features add. */
export const pageStyles = (): Map<string, string> => entries('.entry.css');

const entries = (ending: string) =>
  new Map(
    globSync(`src/**/*${ending}`)
      .toSorted()
      .map((path) => [basename(path, ending), path]),
  );

/** Script below the contents of the course, in the file that shows them in a drawer. */
export const contentsScript = 'src/progress/contents/drawer.ts';

/** Script below the changes, in the file that tells of them. */
export const updateScript = 'src/progress/update/update.ts';

/** Script below the words, in the file that keeps notes and marks. */
export const ownWordsScript = 'src/notes/page/own-words.ts';

/** Script below the words, in the file of the reader's tools. */
export const readerScript = 'src/reader/page/reader.ts';

/** Script below the words, in the file that shows the ending of a case. */
export const caseEndingScript = 'src/cases/player/ending/ending.ts';

/** Script below the words, in the file that answers the questions of a lesson. */
export const answeringScript = 'src/questions/page/answering.ts';

/** Script below the sources, in the file that shows one where it is cited. */
export const sourcesScript = 'src/sources/page/show-source.ts';
