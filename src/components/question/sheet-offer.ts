import {
  type AnswerSheet,
  type SheetCourse,
  sheetFile,
  sheetName,
} from '../../course/answer-sheet.ts';
import { sheetCode } from '../../course/sheet-code.ts';
import { part } from '../fill.ts';
import { saveFile } from '../save-file.ts';

/** What a sheet is made of, when somebody asks for it. */
export type MakeSheet = () => { readonly course: SheetCourse; readonly sheet: AnswerSheet };

/** Offers the answer sheet of the try that is looked back at. It is made when the button is pressed. */
export class SheetOffer {
  readonly #place: HTMLElement;
  #make: MakeSheet | undefined;

  constructor(player: ParentNode) {
    this.#place = part(player, 'sheet');
    part(this.#place, 'make-sheet').addEventListener('click', () => this.#show());
    part(this.#place, 'save-sheet').addEventListener('click', () => this.#save());
  }

  offer(make: MakeSheet): void {
    this.#make = make;
    part(this.#place, 'made-sheet').hidden = true;
  }

  #show() {
    const made = this.#make?.();
    const field = this.#place.querySelector('textarea');
    if (!made || !field) return;
    part(this.#place, 'made-sheet').hidden = false;
    field.value = sheetCode(made.course, made.sheet);
    field.focus();
    field.select();
  }

  #save() {
    const made = this.#make?.();
    if (!made) return;
    const version = String(document.documentElement.dataset['version']);
    const text = sheetFile(made.course, version, made.sheet, String(this.#place.dataset['about']));
    saveFile(`answer-sheet-${sheetName(made.sheet)}.json`, 'application/json', text);
  }
}
