import { objectOf, parsedObject } from '../../codec/json.ts';
import { notesPrefix } from '../../kept/notes-prefix.ts';

/** Answers to both sheets as stored on the device. */
export interface KeptAnswers {
  /** Answers by name: a digit, the id of an option, or the learner's own words. */
  readonly answers: Readonly<Record<string, string>>;
  /** Day of the first answer to the evaluation and to the follow-up sheet: YYYY-MM-DD. */
  readonly date?: string | undefined;
  readonly followUpDate?: string | undefined;
  /** Day on which an LMS last accepted the evaluation. */
  readonly sent?: string | undefined;
}

/**
 * Whether the answers are stored: `fine`; `refused` if storage failed; `unreadable` if the stored text was damaged and
 * has been set aside.
 */
export type BookState = 'fine' | 'refused' | 'unreadable';

type Storing = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The answers of one learner on this device. No method throws. Answers given on this page stay in the book even if
 * storage fails; what another page has written meanwhile stays in storage.
 */
export class AnswerBook {
  state: BookState = 'fine';
  readonly #store: () => Storing;
  readonly #key: string;
  #unsaved: Partial<KeptAnswers> = {};
  #stored: KeptAnswers = { answers: {} };

  /** @param store returns the storage; may throw, as access to `localStorage` may */
  constructor(store: () => Storing, key: string) {
    this.#store = store;
    this.#key = key;
    this.#read();
  }

  get kept(): KeptAnswers {
    const { answers, ...rest } = this.#unsaved;
    return { ...this.#stored, ...rest, answers: { ...this.#stored.answers, ...answers } };
  }

  /** Reads the stored answers again, after the page was restored. */
  reread(): KeptAnswers {
    this.#unsaved = {};
    this.#read();
    return this.kept;
  }

  put({ answers, ...rest }: Partial<KeptAnswers>): void {
    this.#unsaved = {
      ...this.#unsaved,
      ...rest,
      answers: { ...this.#unsaved.answers, ...answers },
    };
    if (this.state === 'refused') this.state = 'fine';
    if (!this.#read()) return;
    this.#quietly((store) =>
      store.setItem(this.#key, JSON.stringify({ version: 1, ...this.kept })),
    );
  }

  /** Deletes everything, including text that was set aside. */
  remove(): void {
    this.#unsaved = {};
    this.#stored = { answers: {} };
    this.state = 'fine';
    this.#quietly((store) => {
      store.removeItem(this.#key);
      store.removeItem(aside(this.#key));
    });
  }

  #read(): boolean {
    return this.#quietly((store) => {
      const text = store.getItem(this.#key);
      const storedAnswers = text === null ? { answers: {} } : fromText(text);
      this.#stored = storedAnswers ?? { answers: {} };
      if (storedAnswers !== undefined || text === null) return;
      // The key is about to be overwritten, so the text is set aside for somebody who can read it.
      store.setItem(aside(this.#key), text);
      this.state = 'unreadable';
    });
  }

  #quietly(work: (store: Storing) => void): boolean {
    try {
      work(this.#store());
      return true;
    } catch {
      this.state = 'refused';
      return false;
    }
  }
}

const aside = (key: string) => `${key}:unreadable`;

/**
 * Returns the book of the current learner on this device. In a package, where others may open the same page later, the
 * key contains the learner's own key. If the LMS does not identify the learner, nothing outlives the window.
 */
export function findBook(learnerKey: string | undefined): AnswerBook {
  const { course, package: standard } = document.documentElement.dataset;
  const storageKey = `${notesPrefix(String(course))}evaluation`;
  if (standard === undefined) return new AnswerBook(() => localStorage, storageKey);
  if (learnerKey === undefined) return new AnswerBook(() => sessionStorage, storageKey);
  return new AnswerBook(() => localStorage, `${storageKey}:${learnerKey}`);
}

/** Reads answers from a stored text and drops malformed parts; undefined if the text has the wrong format. */
function fromText(text: string): KeptAnswers | undefined {
  const { version, answers: given, date, followUpDate, sent } = parsedObject(text) ?? {};
  const answers = objectOf(given);
  if (version !== 1 || answers === undefined) return undefined;
  const day = (value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
  return {
    answers: Object.fromEntries(
      Object.entries(answers).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
      ),
    ),
    date: day(date),
    followUpDate: day(followUpDate),
    sent: day(sent),
  };
}
