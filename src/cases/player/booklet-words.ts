interface IndicatorWords {
  readonly label: string;
  readonly meaning: string;
}

/** The words of a case, read from its booklet, so that the page contains them once. */
export class BookletWords {
  readonly #page: ParentNode;

  constructor(page: ParentNode) {
    this.#page = page;
  }

  heading(scene: string): string {
    return this.#text(scene, '[data-heading]');
  }

  /** The situation, with the conditional paragraphs that apply. */
  situation(scene: string, isShown: readonly boolean[]): Node[] {
    const paragraphs = this.#scene(scene)?.querySelectorAll('[data-text] > p') ?? [];
    let conditional = 0;
    return Array.from(paragraphs).flatMap((paragraph) => {
      const words = paragraph.querySelector('[data-also] > span');
      if (!words) return [paragraph.cloneNode(true)];
      if (isShown[conditional++] !== true) return [];
      const shown = document.createElement('p');
      shown.append(...words.cloneNode(true).childNodes);
      return [shown];
    });
  }

  /** The role whose point of view a scene has; empty in a case of one role, and if both see it. */
  role(scene: string): string {
    return this.#scene(scene)?.getAttribute('data-role') ?? '';
  }

  /** Words that say whose turn it is; empty in a case of one role. */
  turn(scene: string): string {
    return this.#text(scene, '[data-turn]').trim();
  }

  known(scene: string): string[] {
    const facts = this.#scene(scene)?.querySelectorAll('[data-known] > li') ?? [];
    return Array.from(facts, ({ textContent }) => textContent);
  }

  label(scene: string, choice: string): string {
    return this.#text(scene, `[data-label="${choice}"]`);
  }

  consequence(step: string): Node[] {
    return this.#copy(`[data-choice="${step}"] [data-text]`);
  }

  /** Judgement, reason and sources of a choice. */
  why(step: string): Node[] {
    return this.#copy(`[data-choice="${step}"] [data-why]`);
  }

  /**
   * The name of an indicator, and the meaning of its level in words.
   * @param isUntouched whether nothing has changed it in this run
   */
  indicator(id: string, level: number, isUntouched = false): IndicatorWords {
    const row = this.#page.querySelector(`[data-indicator="${id}"]`);
    const text = (selector: string) => row?.querySelector(selector)?.textContent ?? '';
    const meanings = row?.querySelectorAll('[data-level]');
    const meaning = meanings?.[level < 4 ? 0 : level < 7 ? 1 : 2]?.textContent ?? '';
    return {
      label: text('dt'),
      meaning: (isUntouched && text('[data-untouched]')) || meaning,
    };
  }

  #text(scene: string, selector: string): string {
    return this.#scene(scene)?.querySelector(selector)?.textContent ?? '';
  }

  #scene(id: string) {
    return this.#page.querySelector(`[data-scene="${id}"]`);
  }

  #copy(selector: string): Node[] {
    const found = this.#page.querySelector(selector);
    return Array.from(found?.children ?? [], (child) => child.cloneNode(true));
  }
}
