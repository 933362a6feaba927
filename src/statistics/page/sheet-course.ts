import { rangeParts } from '../../questions/grade.ts';
import type { SheetCourse } from '../answer-sheet.ts';
import type { SheetQuestion } from '../sheet-question.ts';
import { part } from '../../site/query-part.ts';
import { keyTo } from '../../questions/page/key.ts';
import { drawFrom, type ModuleBank } from '../../questions/page/module-banks.ts';

/** The data of the course that answer sheets need, from the banks on the page. */
export function sheetCourse(page: ParentNode, banks: readonly ModuleBank[]): SheetCourse {
  const { sheetPrint, languages } = part(page, 'banks').dataset;
  return {
    id: String(document.documentElement.dataset['course']),
    print: Number(sheetPrint),
    languages: String(languages).split(' '),
    questions: questionsIn(page),
    draw: (...request) => drawFrom(banks, ...request),
  };
}

/** The data of the questions on a page that answer sheets need, by id. */
const questionsIn = (page: ParentNode): ReadonlyMap<string, SheetQuestion> =>
  new Map(
    Array.from(page.querySelectorAll<HTMLElement>('[data-bank] form'), (form) => {
      const id = String(form.dataset['question']);
      const { type, correct, lines } = keyTo(form);
      const targets = form.querySelectorAll<HTMLOptionElement>('select option:not([value=""])');
      const question = {
        id,
        type,
        correct,
        parts: type === 'numeric' ? rangeParts : lines.map((line) => line.id),
        targets: [...new Set(Array.from(targets, ({ value }) => value))].sort(),
      };
      return [id, question];
    }),
  );
