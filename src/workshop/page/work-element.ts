import type * as z from 'zod/mini';
import { interpolate } from '../../site/interpolate.ts';
import { part } from '../../site/query-part.ts';
import { saveFile } from '../../site/save-file.ts';
import { KeptWork } from '../kept-work.ts';
import { type ReadWork, readWorkFile, workFile, type WorkKind } from '../work-file.ts';

const { course = '', version = '' } = document.documentElement.dataset;

/** Where the kit keeps work on the device, apart from what learners write. */
const keyOf = (name: string) => `ati-workshop:${course}:${name}`;

/**
 * A tool that keeps one piece of work: on the device at every change, as a file at any moment. Its page
 * has the parts of `Keeping.astro`.
 */
export abstract class WorkElement<T> extends HTMLElement {
  protected abstract readonly kind: WorkKind;
  protected abstract readonly schema: z.ZodMiniType<T>;
  #kept: KeptWork<T> | undefined;

  /** The work where nothing is kept. */
  protected abstract fresh(): T;
  /** Puts the work on the page. */
  protected abstract show(): void;
  /** Sets the page up, once. */
  protected abstract begin(): void;

  /** Whether whole work can be used here, such as a case that still has these choices. */
  protected accepts(work: T): boolean {
    return work !== undefined;
  }

  /** What the work is kept under, where a page has several of a kind. */
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
      (work) => this.accepts(work),
    ));
  }

  connectedCallback(): void {
    this.hidden = false;
    this.begin();
    this.#keeping();
    addEventListener('storage', ({ key }) => {
      if (key !== keyOf(this.keptAs)) return;
      this.#work.reread();
      this.#tell();
      this.show();
    });
    this.#tell();
    this.show();
  }

  /** Keeps the changed work and shows it. */
  protected change(work: T): void {
    this.keep(work);
    this.show();
  }

  /** Keeps the changed work, of which the page already shows what was typed. */
  protected keep(work: T): void {
    this.#work.put(work);
    this.#tell();
  }

  /** Reads a file of this kind; what is refused is said and changes nothing. */
  protected async read(file: File): Promise<T | undefined> {
    const read: ReadWork<T> = readWorkFile(
      await file.text().catch(() => ''),
      { kind: this.kind, course },
      this.schema,
    );
    const problem = 'problem' in read ? read.problem : undefined;
    const isOld = 'work' in read && !this.accepts(read.work);
    const said = part(this, 'file-said');
    const reason = isOld ? 'version' : problem;
    said.textContent =
      reason === undefined
        ? interpolate(said.dataset['opened'], { name: file.name })
        : interpolate(said.dataset[reason.replace('-', '')], { name: file.name });
    if ('problem' in read && read.field !== undefined)
      said.textContent += ` ${interpolate(said.dataset['field'], { field: read.field })}`;
    return 'work' in read && !isOld ? read.work : undefined;
  }

  /** What this work is called as a file. */
  protected get fileName(): string {
    return `${this.keptAs.replace(':', '-')}.json`;
  }

  #keeping() {
    part(this, 'save-work').addEventListener('click', () => {
      const about = interpolate(this.querySelector<HTMLElement>('[data-about]')?.dataset['about'], {
        version,
      });
      const text = workFile({ kind: this.kind, course }, about, this.work);
      saveFile(this.fileName, 'application/json', text);
    });
    const open = part(this, 'open-work') as HTMLInputElement;
    open.addEventListener('change', () => {
      const [file] = open.files ?? [];
      if (file === undefined) return;
      void this.read(file).then((work) => {
        open.value = '';
        if (work !== undefined) this.change(work);
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
      this.change(this.fresh());
      settle();
    });
  }

  #tell() {
    for (const line of this.querySelectorAll<HTMLElement>('[data-keeping-state]'))
      line.hidden = line.dataset['keepingState'] !== this.#work.state;
  }
}
