import type { Block, WordDocument } from '../docx/word-document.ts';
import type { QuestionSet } from './question-set.ts';
import type { QuestionResult } from './results.ts';

/** Handwritten answers on the sheets to one question. */
export interface Written {
  readonly question: string;
  /** One answer per line. */
  readonly text: string;
}

/**
 * The summary of a group's sheets, to be sent to everyone who took part.
 * @param none label for "no answer"
 */
export const feedbackDocument = (
  title: string,
  { questions }: Pick<QuestionSet, 'questions'>,
  results: readonly QuestionResult[],
  written: readonly Written[],
  none: string,
): Pick<WordDocument, 'title' | 'blocks'> => ({
  title,
  blocks: [
    { kind: 'heading', level: 1, text: title },
    ...questions.flatMap(({ stem, options }, place): Block[] => {
      const { chosen, none: open } = results[place] ?? { chosen: [], none: 0 };
      return [
        { kind: 'heading', level: 2, text: stem },
        {
          kind: 'table',
          head: [...options, none],
          rows: [[...options.map((_, option) => chosen[option] ?? 0), open].map(String)],
        },
      ];
    }),
    ...written.flatMap(({ question, text }): Block[] => {
      const items = text.split('\n').map((line) => line.trim());
      return [
        { kind: 'heading', level: 2, text: question },
        { kind: 'list', items: items.filter((item) => item !== '') },
      ];
    }),
  ],
});
