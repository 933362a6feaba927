import type { Translate } from '../course/interface.ts';
import { type Source, stopAfter } from '../course/source.ts';
import { escapeXml } from '../html/escape.ts';

/** A cited place in a source. */
interface Note {
  readonly number: number;
  readonly source: Source;
  /** Short form and place, such as "UN 1988, art. 3(4)(d)". */
  readonly words: string;
  /** Id of the first reference to it in the text. */
  readonly referenceId: string;
}

/** The notes of a part, numbered from 1 in order of citation; repeated citations of a place share a note. */
export class Notes {
  readonly #notes = new Map<string, Note>();
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #key: string;

  /**
   * @param key part of every id of these notes
   * @param sources of the course, by id
   */
  constructor(key: string, sources: ReadonlyMap<string, Source>) {
    this.#key = key;
    this.#sources = sources;
  }

  /**
   * Returns the reference to a note for the text.
   * @param id of the source
   * @param words short form and place, as on the page
   * @throws if the course has no such source
   */
  reference(id: string, words: string): string {
    const name = JSON.stringify([id, words]);
    const earlierNote = this.#notes.get(name);
    const note = earlierNote ?? this.#add(name, id, words);
    const idAttribute = earlierNote === undefined ? ` id="${note.referenceId}"` : '';
    return `<a class="note-mark"${idAttribute} href="#${this.#idOf(note.number)}" role="doc-noteref">${note.number}</a>`;
  }

  #add(name: string, id: string, words: string): Note {
    const source = this.#sources.get(id);
    if (source === undefined) throw new Error(`sources.yaml has no source "${id}"`);
    const number = this.#notes.size + 1;
    const note = { number, source, words, referenceId: `mark--${this.#key}-${number}` };
    this.#notes.set(name, note);
    return note;
  }

  /** The list of notes: the first note on a source gives it in full, later ones refer to that note by number. */
  list(t: Translate): string {
    const first = new Map<Source, number>();
    const items = [...this.#notes.values()].map(({ number, source, words, referenceId }) => {
      const firstNumber = first.get(source);
      if (firstNumber === undefined) first.set(source, number);
      const back = `<a class="back" href="#${referenceId}" role="doc-backlink" aria-label="${escapeXml(t('handbook.back', { number }))}">↑</a>`;
      const rest =
        firstNumber === undefined
          ? inFull(source)
          : escapeXml(t('handbook.inFullAt', { number: firstNumber }));
      return `<li id="${this.#idOf(number)}"><p>${escapeXml(words)}. ${rest} ${back}</p></li>`;
    });
    return items.length === 0 ? '' : `<ol class="notes">${items.join('\n')}</ol>`;
  }

  #idOf(number: number): string {
    return `note--${this.#key}-${number}`;
  }
}

/** Author, year, title, container and address of a source. */
const inFull = ({ authors, year, title, container, url }: Source): string =>
  `<bdi>${escapeXml(authors)} (${year}). <cite>${escapeXml(title)}</cite>${stopAfter(title)}${
    container === undefined ? '' : ` ${escapeXml(container)}.`
  }</bdi> <a class="address" href="${escapeXml(url)}"><bdi>${escapeXml(url)}</bdi></a>`;
