import { leftBy } from '../../site/left-by.ts';

/** The words of a module's bank, as HTML: what is asked, and the key to it. */
export interface BankFile {
  readonly articles: string;
  readonly answers: string;
}

/** Loads a bank. @throws where the file cannot be had */
export const loadBank = (src: string): Promise<BankFile> => leftBy(src, 'atiBank');
