import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { diagnosticLine } from '../diagnostics/diagnostic.ts';
import { questionsSchema } from '../../questions/question.ts';
import { checkCoverage, readCoverage } from '../rules/check-coverage.ts';
import { ContentReader } from '../content-reader.ts';
import { lintFile, readTerminology, wordFiles } from '../rules/lint-content.ts';
import { contentRoot, languagesOf } from '../load.ts';
import { optionLength } from '../rules/option-length.ts';
import { longSentences, readingLevel } from '../rules/reading-level.ts';

// The editor's report: of every file, in the course yet or not, what the checks find, how hard each
// lesson is to read, whether the length of its option tells the right answer, and which rows of
// content/coverage.yaml nothing covers. It never fails.
const root = contentRoot();
const [language = 'en'] = languagesOf(root);
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const reader = new ContentReader(root);
const { terminology, faults } = readTerminology(root);
const found = [
  ...faults,
  ...wordFiles(root, { language }).flatMap((file) => lintFile(read(file), file, terminology)),
];
print(`Claims, words and times: ${found.length} to look at`, found.map(diagnosticLine));

const lessonFiles = globSync(join(root, language, 'modules/*/lessons/*.mdx'))
  .map((path) => relative(root, path))
  .toSorted();
print('Reading level', [
  'ease  mean  longest (line)  sentences  lesson',
  ...lessonFiles.map((file) => {
    const { ease, mean, longest, sentences } = readingLevel(read(file), file);
    const cells = [
      ease.toFixed(0).padStart(4),
      mean.toFixed(1).padStart(4),
      `${longest.words} (${longest.line})`.padStart(14),
      String(sentences).padStart(9),
    ];
    return `${cells.join('  ')}  ${file.replace(`${language}/modules/`, '')}`;
  }),
]);

const long = wordFiles(root, { language })
  .filter((file) => file.startsWith(`${language}/`) && !file.endsWith('/interface.yaml'))
  .flatMap((file) => longSentences(read(file), file));
print(`Sentences of more than 30 words: ${long.length} to look at`, long.map(diagnosticLine));

const bankFiles = globSync(join(root, language, 'modules/*/questions.yaml'))
  .map((path) => relative(root, path))
  .toSorted();
print('Single choices in which the right option is the longest or the shortest', [
  'of all  longest  shortest  in the bank  longest  shortest  module',
  ...bankFiles.map((file) => {
    const questions = reader.yaml(file, questionsSchema);
    if (questions === undefined) return `cannot be read; npm run content tells why  ${file}`;
    const cells = [questions, questions.filter(({ use }) => use === 'bank')].flatMap((set, s) => {
      const { questions: count, longest, shortest } = optionLength(set);
      return [
        String(count).padStart(s === 0 ? 6 : 11),
        String(longest).padStart(7),
        String(shortest).padStart(8),
      ];
    });
    return `${cells.join('  ')}  ${file.replace(`${language}/modules/`, '').replace('/questions.yaml', '')}`;
  }),
]);

const rows = readCoverage(root).coverage.flatMap((group) => group.rows);
const uncovered = checkCoverage(root, language);
print(
  `Coverage: ${uncovered.length} to look at, of ${rows.length} rows`,
  uncovered.map(diagnosticLine),
);

function print(heading: string, lines: readonly string[]) {
  console.log([heading, ...lines.map((line) => `  ${line}`), ''].join('\n'));
}
