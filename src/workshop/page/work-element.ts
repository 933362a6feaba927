import type * as z from 'zod/mini';
import { durableCopy } from '../../progress/page/durable-copy.ts';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { saveFile } from '../../site/save-file.ts';
import { printTyped } from './print-typed.ts';
import { KeptWork } from '../kept-work.ts';
import { type ReadWork, readWorkFile, workFile, type WorkKind } from '../work-file.ts';

const { course = '', version = '' } = document.documentElement.dataset;

/** Storage key of a piece of work; its prefix separates it from learners' records. */
const keyOf = (name: string) => `ati-workshop:${course}:${name}`;

/**
 * A tool with one piece of work: saved on the device at every change, and exportable as a file at any time. Its
 * page has the parts of `Keeping.astro`.
 */
export abstract class WorkElement<T> extends HTMLElement {
  protected abstract readonly kind: WorkKind;
  protected abstract readonly schema: z.ZodMiniType<T>;
  #kept: KeptWork<T> | undefined;

  /** The initial work, for when nothing is stored. */
  protected abstract fresh(): T;
  /** Renders the work. */
  protected abstract show(): void;
  /** Sets up the page; called once. */
  protected abstract begin(): void;

  /** Whether intact work can be used here; false, for instance, if its case no longer has these choices. */
  protected accepts(work: T): boolean {
    return work !== undefined;
  }

  /** Name under which the work is stored; a page for several works of one kind overrides it. */
  protected get keptAs(): string {
    return this.kind;
  }

  protected get work(): T {
    return this.#work.work;
  }

  get #work(): KeptWork<T> {
    return (this.#kept ??= new KeptWork(
      () => localStorage,
      keyOf(this.keptAs),
      this.schema,
      this.fresh(),
      { accepts: (work) => this.accepts(work), copy: durableCopy(keyOf(this.keptAs)) },
    ));
  }

  connectedCallback(): void {
    this.hidden = false;
    this.begin();
    this.#keeping();
    printTyped(this);
    addEventListener('storage', ({ key }) => {
      if (key !== keyOf(this.keptAs)) return;
      this.#work.reread();
      this.#tell();
      this.show();
    });
    this.#tell();
    this.show();
    void this.#work.recover().then((isOther) => {
      if (!isOther) return;
      this.#tell();
      this.show();
    });
  }

  /** Stores and renders the changed work. */
  protected change(work: T): void {
    this.keep(work);
    this.show();
  }

  /** Stores the changed work without rendering, because the page already shows what was typed. */
  protected keep(work: T): void {
    this.#work.put(work);
    this.#tell();
  }

  /**
   * Reads a file of this kind; a rejected file is reported and changes nothing.
   * @param said the element for the message, next to the file field
   */
  protected async read(file: File, said = part(this, 'file-said')): Promise<T | undefined> {
    const { work, text } = await this.#readFile(file);
    said.textContent = text;
    return work;
  }

  /**
   * Reads all files of a field and clears the field.
   * @returns the work in each intact file with the file name, and a sentence for each rejected file
   */
  protected async readAll(
    input: HTMLInputElement,
  ): Promise<{ readonly read: readonly { work: T; name: string }[]; readonly refused: string[] }> {
    const read: { work: T; name: string }[] = [];
    const refused: string[] = [];
    for (const file of input.files ?? []) {
      const { work, text } = await this.#readFile(file);
      if (work === undefined) refused.push(text);
      else read.push({ work, name: file.name });
    }
    input.value = '';
    return { read, refused };
  }

  async #readFile(file: File): Promise<{ readonly work?: T; readonly text: string }> {
    const read: ReadWork<T> = readWorkFile(
      await file.text().catch(() => ''),
      { kind: this.kind, course },
      this.schema,
    );
    const words = part(this, 'file-said').dataset;
    const say = (reason: string) =>
      interpolate(words[reason.replace('-', '')], { name: file.name });
    if ('problem' in read) {
      const field =
        read.field === undefined ? '' : ` ${interpolate(words['field'], { field: read.field })}`;
      return { text: say(read.problem) + field };
    }
    return this.accepts(read.work)
      ? { work: read.work, text: say('opened') }
      : { text: say('version') };
  }

  /**
   * Offers to undo a removal, until the offer is used or something else is removed.
   * @param title name of what was removed
   * @param back restores it in the work as it is at that time
   * @param below the element below which the offer is shown
   */
  protected offerBack(
    title: string,
    back: (work: T) => T,
    below: Element = part(this, 'file-said'),
  ): void {
    const said = part(this, 'taken-said');
    this.#offer(interpolate(said.dataset['words'], { title }), back, below);
  }

  #offer(text: string, back: (work: T) => T, below: Element) {
    const taken = part(this, 'taken');
    below.after(taken);
    taken.hidden = false;
    part(this, 'taken-said').textContent = text;
    part(this, 'bring-back').onclick = () => {
      taken.hidden = true;
      this.change(back(this.work));
      (below.previousElementSibling ?? below).scrollIntoView({ block: 'nearest' });
    };
  }

  /** Replaces all of the work; this can be undone. */
  #replace(work: T) {
    const before = this.work;
    const said = part(this, 'file-said');
    this.change(work);
    if (JSON.stringify(before) !== JSON.stringify(this.fresh()))
      this.#offer(String(said.dataset['replaced']), () => before, said);
  }

  /** Name of the file in which the work is saved. */
  protected get fileName(): string {
    return `${this.keptAs.replace(':', '-')}.json`;
  }

  #keeping() {
    const save = () => {
      const about = interpolate(this.querySelector<HTMLElement>('[data-about]')?.dataset['about'], {
        version,
      });
      const text = workFile({ kind: this.kind, course }, about, this.work);
      saveFile(this.fileName, 'application/json', text);
    };
    for (const button of this.querySelectorAll('[data-save-work]'))
      button.addEventListener('click', save);
    part(this, 'understood').addEventListener('click', () => {
      part(this, 'understood').closest<HTMLElement>('[data-keeping-state]')?.remove();
      part(this, 'open-work').focus();
    });
    const open = part(this, 'open-work') as HTMLInputElement;
    open.addEventListener('change', () => {
      const [file] = open.files ?? [];
      if (file === undefined) return;
      void this.read(file).then((work) => {
        open.value = '';
        if (work !== undefined) this.#replace(work);
      });
    });
    const confirm = part(this, 'afresh-confirm');
    const ask = part(this, 'afresh');
    ask.addEventListener('click', () => {
      confirm.hidden = false;
      part(this, 'afresh-yes').focus();
    });
    const settle = () => {
      confirm.hidden = true;
      ask.focus();
    };
    part(this, 'afresh-no').addEventListener('click', settle);
    part(this, 'afresh-yes').addEventListener('click', () => {
      this.#replace(this.fresh());
      settle();
    });
  }

  #tell() {
    for (const line of this.querySelectorAll<HTMLElement>('[data-keeping-state]'))
      line.hidden = line.dataset['keepingState'] !== this.#work.state;
  }
}
