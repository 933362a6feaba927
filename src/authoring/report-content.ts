import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { faultLine } from '../course/fault.ts';
import { checkCoverage, readCoverage } from './check-coverage.ts';
import { lintFile, readTerminology, wordFiles } from './lint-content.ts';
import { contentRoot, languagesOf } from './load-course.ts';
import { readingLevel } from './reading-level.ts';

// The editor's report: of every file, in the course yet or not, what the checks find, how hard each
// lesson is to read, and which rows of content/coverage.yaml nothing covers. It never fails.
const root = contentRoot();
const [language = 'en'] = languagesOf(root);
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const { terminology, faults } = readTerminology(root);
const found = [
  ...faults,
  ...wordFiles(root, { language }).flatMap((file) => lintFile(read(file), file, terminology)),
];
print(`Claims, words and times: ${found.length} to look at`, found.map(faultLine));

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

const rows = readCoverage(root).coverage.flatMap((group) => group.rows);
const uncovered = checkCoverage(root, language);
print(`Coverage: ${uncovered.length} to look at, of ${rows.length} rows`, uncovered.map(faultLine));

function print(heading: string, lines: readonly string[]) {
  console.log([heading, ...lines.map((line) => `  ${line}`), ''].join('\n'));
}
