import { part } from '../../site/query-part.ts';
import { saveFile } from '../../site/save-file.ts';
import { type FinishedTry, loadSheetWriter, type WrittenSheet } from './sheet-writer.ts';

/** Offers the answer sheet of the try under review. The sheet is made when the button is pressed. */
export class SheetOffer {
  readonly #place: HTMLElement;
  #of: FinishedTry | undefined;
  #written: WrittenSheet | undefined;

  constructor(player: ParentNode) {
    this.#place = part(player, 'sheet');
    part(this.#place, 'make-sheet').addEventListener('click', () => void this.#make());
    part(this.#place, 'save-sheet').addEventListener('click', () => {
      const { fileName, file } = this.#written ?? {};
      if (fileName && file) saveFile(fileName, 'application/json', file);
    });
  }

  offer(of: FinishedTry): void {
    this.#of = of;
    part(this.#place, 'made-sheet').hidden = true;
  }

  async #make() {
    const field = this.#place.querySelector('textarea');
    const { about, writer } = this.#place.dataset;
    if (!this.#of || !field) return;
    const failed = part(this.#place, 'no-sheet');
    try {
      const write = await loadSheetWriter(String(writer));
      this.#written = write(this.#of, String(about));
    } catch {
      failed.hidden = false;
      return;
    }
    failed.hidden = true;
    part(this.#place, 'made-sheet').hidden = false;
    field.value = this.#written.code;
    field.focus();
    field.select();
  }
}
