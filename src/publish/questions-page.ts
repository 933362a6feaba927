import { elements, readPage, setAttribute, writePage } from '../html/html.ts';

/** Names by which the script of a check finds the parts of a question and of its answer. */
const namesOfParts = ['data-part', 'data-option'];

/**
 * The page of all questions as readers without scripts and paper have it, who need no names of parts (P52).
 * @param html of `<language>/<module>/questions.html`, after its bank was cut out of it
 */
export function questionsPage(html: string): string {
  const page = readPage(html);
  for (const element of elements(page))
    for (const name of namesOfParts) setAttribute(element, name, undefined);
  return writePage(page);
}
