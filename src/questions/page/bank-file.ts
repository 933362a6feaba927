import { loadScriptGlobal } from '../../site/load-script.ts';

/** A lesson to read again. */
export interface RereadLesson {
  readonly href: string;
  readonly title: string;
}

/** The questions of a module's bank as HTML, with URLs relative to the folder of the file. */
export interface BankFile {
  readonly articles: string;
  readonly answers: string;
  /** The lessons behind each learning objective, by its id. */
  readonly lessons: Readonly<Record<string, readonly RereadLesson[]>>;
}

/**
 * Loads a bank.
 * @returns it with absolute URLs, for pages of any folder
 * @throws where the file cannot be loaded
 */
export async function loadBank(src: string): Promise<BankFile> {
  const { articles, answers, lessons } = await loadScriptGlobal<BankFile>(src, 'atiBank');
  const file = new URL(src, document.baseURI);
  const root = new URL('..', file).href;
  const absolute = (html: string) => html.replaceAll('href="../', `href="${root}`);
  return {
    articles: absolute(articles),
    answers: absolute(answers),
    lessons: Object.fromEntries(
      Object.entries(lessons).map(([objective, behind]) => [
        objective,
        behind.map(({ href, title }) => ({ href: new URL(href, file).href, title })),
      ]),
    ),
  };
}
