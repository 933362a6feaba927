import { globSync } from 'node:fs';
import { basename } from 'node:path';

/** Entry points of the page scripts, by the name that pages use (`page`, `case`, ...). */
export const pageScripts = (): Map<string, string> => entries('.entry.ts');

/** Entry points of the stylesheets, by name: `site` for every page, and those that single features add. */
export const pageStyles = (): Map<string, string> => entries('.entry.css');

const entries = (ending: string) =>
  new Map(
    globSync(`src/**/*${ending}`)
      .toSorted()
      .map((path) => [basename(path, ending), path]),
  );

/** Script appended to the contents of the course: shows them in a drawer. */
export const contentsScript = 'src/progress/contents/drawer.ts';

/** Script appended to the list of changes: announces them. */
export const updateScript = 'src/progress/update/update.ts';

/** Script appended to the messages: keeps notes and marks. */
export const ownWordsScript = 'src/notes/page/own-words.ts';

/** Script appended to the messages: the reader's tools. */
export const readerScript = 'src/reader/page/reader.ts';

/** Script appended to the messages: shows the ending of a case. */
export const caseEndingScript = 'src/cases/player/ending/ending.ts';

/** Script appended to the messages: answers the questions of a lesson. */
export const answeringScript = 'src/questions/page/answering.ts';

/** Script appended to the sources: shows a source where it is cited. */
export const sourcesScript = 'src/sources/page/show-source.ts';
