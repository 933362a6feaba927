import { Kept } from '../../kept/kept.ts';
import { ownPlace } from '../../kept/page/own-place.ts';
import { part } from '../../site/query-part.ts';
import { saveFile } from '../../site/save-file.ts';
import { type Mark, marksFrom, withoutMark } from '../marks.ts';
import { type Note, notesFrom } from '../notes.ts';
import { notesText } from '../notes-text.ts';
import { pagesInOrder } from '../pages-in-order.ts';

/** `<your-notes>`: everything the learner wrote and marked, page by page. */
class YourNotes extends HTMLElement {
  readonly #notes = new Kept(ownPlace('notes'), notesFrom, {});
  readonly #marks = new Kept<Mark[]>(ownPlace('marks'), marksFrom, []);

  connectedCallback() {
    part(this, 'save').addEventListener('click', () =>
      saveFile('notes.txt', 'text/plain', this.#asText()),
    );
    addEventListener('pageshow', (event) => {
      if (!event.persisted) return;
      this.#notes.reread();
      this.#marks.reread();
      this.#show();
    });
    this.#show();
  }

  get #all(): readonly Note[] {
    return Object.values(this.#notes.value);
  }

  /** Paths of the pages of the course, in course order. */
  get #order(): readonly string[] {
    return String(this.dataset['order']).split(' ');
  }

  #asText(): string {
    const words = {
      title: document.querySelector('h1')?.textContent ?? '',
      asked: String(this.dataset['asked']),
      marked: String(this.dataset['marked']),
      changed: String(this.dataset['changed']),
    };
    return notesText(this.#all, this.#marks.value, words, this.#order);
  }

  #show() {
    const states = [this.#notes.state, this.#marks.state];
    for (const line of this.querySelectorAll<HTMLElement>('[data-kept]'))
      line.hidden = !states.some((state) => state === line.dataset['kept']);
    const marks = this.#marks.value;
    const pages = pagesInOrder([...this.#all, ...marks], this.#order);
    part(this, 'none').hidden = pages.length > 0;
    part(this, 'some').hidden = pages.length === 0;
    part(this, 'list').replaceChildren(
      ...pages.map(([page, title]) => {
        const section = document.createElement('section');
        const heading = document.createElement('h2');
        const link = document.createElement('a');
        link.href = page;
        link.textContent = title;
        heading.append(link);
        section.append(
          heading,
          ...this.#all
            .filter((note) => note.page === page)
            .flatMap((note) => this.#noteLines(note)),
          ...marks.filter((mark) => mark.page === page).flatMap((mark) => this.#markLines(mark)),
        );
        return section;
      }),
    );
  }

  #noteLines({ asked, text }: Note): Node[] {
    const question = document.createElement('p');
    question.className = 'muted';
    question.textContent = asked;
    const written = document.createElement('p');
    written.className = 'own-words';
    written.dir = 'auto';
    written.textContent = text;
    return [question, written];
  }

  #markLines(mark: Mark): Node[] {
    const quote = document.createElement('blockquote');
    const name = document.createElement('p');
    name.className = 'label';
    name.textContent = String(this.dataset['marked']);
    quote.append(name, mark.quote);
    const line = document.createElement('p');
    line.className = 'small on-screen';
    if (mark.isChanged) line.append(`${this.dataset['changed']} `);
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'quiet';
    remove.textContent = String(this.dataset['remove']);
    remove.setAttribute('aria-label', `${this.dataset['remove']}: ${mark.quote.slice(0, 60)}`);
    remove.addEventListener('click', () => {
      this.#marks.change((marks) => withoutMark(marks, mark));
      this.#show();
      document.querySelector<HTMLElement>('#main')?.focus();
    });
    line.append(remove);
    return [quote, line];
  }
}

customElements.define('your-notes', YourNotes);
