import lunr from 'lunr';
import { oneSpelling } from './english-spelling.ts';

/** The form of a word by which it is looked up. */
export interface WordForm {
  /** The term in the index. */
  readonly term: string;
  /** The same before it was stemmed: what an unfinished word begins with. */
  readonly plain: string;
  /** Too frequent to tell one text from another: not in the index. */
  readonly isCommon: boolean;
}

/** Letters that Unicode does not take apart into a letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
};

/**
 * Folds what readers leave out: case, accents, vowel points, compatibility forms (P42). Marks that
 * make another letter (Indic vowels, Japanese voicing) stay.
 */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    // Letters of mathematics have no lower case of their own: 𝕬.
    .toLowerCase()
    // What nobody sees: soft hyphens, joiners, marks of direction and of the beginning of a file.
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g, '')
    .normalize('NFC')
    .replace(/[^ -~]/g, (letter) => plainLetters[letter] ?? letter);

/** A name that lower case would turn into a common word. */
const name = 'WHO';

// Its types know it as a step of a pipeline; it reads plain text as well.
const ifTelling = lunr.stopWordFilter as unknown as (word: string) => string | undefined;

function englishForm(token: string): WordForm {
  const plain = oneSpelling(fold(token));
  const term = /\d/.test(plain) ? plain : lunr.stemmer(new lunr.Token(plain, {})).toString();
  const isCommon = token !== name && ifTelling(fold(token)) === undefined;
  return { term, plain, isCommon };
}

function otherForm(token: string): WordForm {
  // The Arabic article, with or without "and", is written onto its noun.
  const plain = fold(token).replace(/^\u0648?\u0627\u0644(?=..)/, '');
  return { term: plain, plain, isCommon: false };
}

/** Stemming the same few thousand words again and again would cost a phone a second. */
const formsRead = new Map<string, WordForm>();

/**
 * The form of a word. English is stemmed and has common words, in the index and in queries alike;
 * other languages are not, so that a Latin name in them is not changed on one side alone (P42).
 * @param token a word without spaces and punctuation, or a number
 * @param language BCP 47 tag
 */
export function wordForm(token: string, language: string): WordForm {
  const isEnglish = /^en\b/i.test(language);
  const key = `${+isEnglish}${token}`;
  const form = formsRead.get(key) ?? (isEnglish ? englishForm : otherForm)(token);
  formsRead.set(key, form);
  return form;
}
