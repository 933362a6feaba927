import { csvFile } from '../course/csv.ts';
import type { Finding, LawAnswers } from './law-answers.ts';

/** The texts of a module's questions. */
export interface ModuleQuestions {
  readonly title: string;
  readonly questions: readonly { readonly id: string; readonly asks: string }[];
}

/** The messages of the exports. */
export interface LawWords {
  readonly title: string;
  /** Headings of the four columns: module, question, finding, answer. */
  readonly columns: readonly string[];
  readonly finding: (finding: Finding) => string;
  readonly open: string;
}

/** A CSV table with one row per question and its answer. */
export const lawTable = (
  modules: readonly ModuleQuestions[],
  answers: LawAnswers,
  { columns, finding, open }: LawWords,
): string =>
  csvFile(
    columns,
    modules.flatMap(({ title, questions }) =>
      questions.map(({ id, asks }) => {
        const answer = answers[id];
        return [title, asks, answer?.finding ? finding(answer.finding) : open, answer?.text ?? ''];
      }),
    ),
  );

/** The same content as Markdown. */
export const lawText = (
  modules: readonly ModuleQuestions[],
  answers: LawAnswers,
  { title, finding, open }: LawWords,
): string =>
  `${[
    `# ${title}`,
    ...modules.flatMap((module) => [
      `## ${module.title}`,
      ...module.questions.flatMap(({ id, asks }) => {
        const answer = answers[id];
        const found = answer?.finding ? finding(answer.finding) : open;
        return [
          `**${asks}**`,
          [found, answer?.text ?? ''].filter((line) => line !== '').join('\n\n'),
        ];
      }),
    ]),
  ].join('\n\n')}\n`;
