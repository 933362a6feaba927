import { loadScriptGlobal } from '../../site/load-script.ts';

/** The questions of a module's bank as HTML, with URLs relative to the folder of the file. */
export interface BankFile {
  readonly articles: string;
  readonly answers: string;
}

/**
 * Loads a bank.
 * @returns its HTML with absolute URLs, for pages of any folder
 * @throws where the file cannot be loaded
 */
export async function loadBank(src: string): Promise<BankFile> {
  const { articles, answers } = await loadScriptGlobal<BankFile>(src, 'atiBank');
  const root = new URL('..', new URL(src, document.baseURI)).href;
  const absolute = (html: string) => html.replaceAll('href="../', `href="${root}`);
  return { articles: absolute(articles), answers: absolute(answers) };
}
