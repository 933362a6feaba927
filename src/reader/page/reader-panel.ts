import type { Kept } from '../../kept/kept.ts';
import { element } from '../../site/element.ts';
import { printPage } from '../../site/print-page.ts';
import { bringSources } from '../../sources/page/bring-sources.ts';
import { numberFormat } from '../../site/number-format.ts';
import { type Choices, leadings, scales, schemes, usual } from '../choices.ts';
import { keepLook } from './keep-look.ts';
import type { Listening } from './listening.ts';
import { shareForm } from './share-form.ts';
import type { Words } from './words.ts';

interface Tools {
  readonly words: Words;
  readonly kept: Kept<Choices>;
  readonly listening: Listening;
  /** The shortcut keys, each with its action. */
  readonly keys: readonly (readonly [key: string, does: string])[];
}

/** Names of the line heights, in the order of `leadings`. */
const lineNames = ['usual', 'wide', 'widest'];

/** The dialog with all reader's tools. */
export class ReaderPanel {
  readonly #tools: Tools;
  readonly #said = element('p', 'small muted');
  readonly #keys = element('h3', '');
  #dialog: HTMLDialogElement | undefined;

  constructor(tools: Tools) {
    this.#tools = tools;
    this.#said.setAttribute('role', 'status');
  }

  /** @param at `keys` to focus the list of keys */
  open(at?: 'keys'): void {
    const dialog = (this.#dialog ??= this.#make());
    if (!dialog.open) dialog.showModal();
    if (at === 'keys') this.#keys.focus();
  }

  #make(): HTMLDialogElement {
    const { words } = this.#tools;
    const dialog = element('dialog', 'reader');
    dialog.setAttribute('aria-labelledby', 'reader-title');
    const title = element('h2', '', words('title'));
    title.id = 'reader-title';
    const close = element('button', 'quiet', words('close'));
    close.type = 'button';
    close.addEventListener('click', () => dialog.close());
    // A click on the dialog itself, outside the panel, is a click on the backdrop.
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog) dialog.close();
    });
    const share = shareForm(words);
    dialog.append(
      element(
        'div',
        '',
        element('header', '', title, close),
        this.#listen(),
        this.#look(),
        this.#print(),
        ...(share ? [share] : []),
        this.#keyList(),
      ),
    );
    document.body.append(dialog);
    return dialog;
  }

  #listen(): HTMLElement {
    const { words, listening } = this.#tools;
    const hint = element('p', 'small muted');
    const start = element('button', '', words('aloud'));
    start.type = 'button';
    start.addEventListener('click', () => {
      this.#dialog?.close();
      listening.start();
    });
    const section = element('section', '', element('h3', '', words('listen')), start, hint);
    const tell = () => {
      section.hidden = !listening.isPossible;
      hint.textContent = words(listening.isRemote ? 'remote' : 'local');
    };
    listening.onVoices(tell);
    tell();
    return section;
  }

  #look(): HTMLElement {
    const { words } = this.#tools;
    const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
    const reset = element('button', 'quiet', words('reset'));
    reset.type = 'button';
    const section = element(
      'section',
      '',
      element('h3', '', words('look')),
      this.#radios('scale', scales, (value) => percent.format(Number(value || 1))),
      this.#radios('leading', leadings, (value) => words(lineNames[leadings.indexOf(value)] ?? '')),
      this.#radios('scheme', schemes, (value) => words(`scheme-${value || 'device'}`)),
      reset,
      this.#said,
    );
    reset.addEventListener('click', () => {
      const { scheme, scale, leading } = usual;
      this.#choose({ scheme, scale, leading });
      for (const radio of section.querySelectorAll('input')) radio.checked = radio.value === '';
    });
    return section;
  }

  /** Prints the page. Closes the dialog first, which would otherwise print in place of the page. */
  #print(): HTMLElement {
    const { words } = this.#tools;
    const button = element('button', 'quiet', words('print'));
    button.type = 'button';
    button.dataset['forbidden'] = words('printForbidden');
    button.addEventListener('click', () => {
      this.#dialog?.close();
      void bringSources().then(() => {
        printPage(button);
        if (button.dataset['forbidden'] === undefined) this.open();
      });
    });
    return element('section', '', element('h3', '', words('paper')), button);
  }

  #radios<Name extends 'scheme' | 'scale' | 'leading'>(
    name: Name,
    values: readonly Choices[Name][],
    say: (value: Choices[Name]) => string,
  ): HTMLFieldSetElement {
    const { words, kept } = this.#tools;
    const set = element('fieldset', '', element('legend', '', words(name)));
    for (const value of values) {
      const radio = element('input', '');
      Object.assign(radio, { type: 'radio', name: `reader-${name}`, value });
      radio.checked = kept.value[name] === value;
      radio.addEventListener('change', () => this.#choose({ [name]: value }));
      set.append(element('label', '', radio, ` ${say(value)}`));
    }
    return set;
  }

  #choose(choice: Partial<Choices>) {
    const { kept, words } = this.#tools;
    kept.change((all) => ({ ...all, ...choice }));
    this.#said.textContent = words(keepLook(kept.value) ? 'kept' : 'refused');
  }

  #keyList(): HTMLElement {
    const { words, kept, keys } = this.#tools;
    this.#keys.textContent = words('keys');
    this.#keys.tabIndex = -1;
    const box = element('input', '');
    box.type = 'checkbox';
    box.checked = kept.value.keys;
    box.addEventListener('change', () => this.#choose({ keys: box.checked }));
    const list = element('dl', '');
    for (const [key, does] of keys)
      list.append(
        element('div', '', element('dt', '', element('kbd', '', key)), element('dd', '', does)),
      );
    return element(
      'section',
      '',
      this.#keys,
      element('label', '', box, ` ${words('keysOn')}`),
      element('p', 'small muted', words('keysHow')),
      list,
    );
  }
}

/** The range of number keys for answers, as shown in the list of keys. */
export const answerKeys = `${numberFormat.format(1)} … ${numberFormat.format(4)}`;
