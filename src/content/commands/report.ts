import { questionsSchema } from '../../questions/question.ts';
import { ContentReader } from '../content-reader.ts';
import { diagnosticLine, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { contentRoot, filesOf, languagesOf } from '../load.ts';
import { filesOf as filesOfLanguage, readContent } from '../parsed-content.ts';
import { longSentences, readingLevel } from '../report/reading-level.ts';
import { tics, voiceOf, type Voice } from '../report/voice.ts';
import { claimedTime } from '../rules/claimed-time.ts';
import { coverage } from '../rules/coverage.ts';
import { optionLengths } from '../rules/option-length.ts';
import { runRules } from '../rules/run-rules.ts';
import { shownTag } from '../rules/shown-tag.ts';
import { terminology } from '../rules/terminology.ts';
import { unsourcedClaim } from '../rules/unsourced-claim.ts';

// The editor's report on every file, including drafts: findings of the rules on words, reading level of each
// lesson, whether option length gives away right answers, and uncovered rows of content/coverage.yaml. It never
// fails.
const root = contentRoot();
const files = filesOf(root);
const [language = 'en'] = languagesOf(root);
const reader = new ContentReader(files);
const course = readContent(reader, language);
const all = filesOfLanguage(files, language);

if (course !== undefined) {
  const content = { ...course, files: all };
  const found = runRules([unsourcedClaim, terminology, claimedTime, shownTag], content);
  print(`Claims, words and times: ${found.length} to look at`, found.map(line));
}

const lessons = all.filter(({ path }) => /\/modules\/[^/]+\/lessons\/[^/]+\.mdx$/.test(path));
print('Reading level', [
  'ease  mean  longest (line)  sentences  lesson',
  ...lessons.map((lesson) => {
    const { ease, mean, longest, sentences } = readingLevel(lesson);
    const cells = [
      ease.toFixed(0).padStart(4),
      mean.toFixed(1).padStart(4),
      `${longest.words} (${longest.line})`.padStart(14),
      String(sentences).padStart(9),
    ];
    return `${cells.join('  ')}  ${lesson.path.replace(`${language}/modules/`, '')}`;
  }),
]);

const spoken = all.filter(
  ({ path }) => /\.(?:mdx|yaml)$/.test(path) && !/\/interface\.yaml$|^sources\.yaml$/.test(path),
);
const voice = voiceOf(spoken);
const rhythm = ({ mean, spread, fragments }: Voice) => [
  mean.toFixed(1).padStart(4),
  spread.toFixed(1).padStart(6),
  `${Math.round(100 * fragments)}%`.padStart(9),
];
const named = ({ found }: Voice) =>
  [...found].map(([name, count]) => `${name} ${count}`).join(', ');
print('Voice in all pages, questions and cases (docs/style.md tells how to read it)', [
  `mean ${voice.mean.toFixed(1)} words a sentence, spread ${voice.spread.toFixed(1)}, fragments ${Math.round(100 * voice.fragments)}%`,
  ...Object.keys(tics).map((name) => `${String(voice.found.get(name) ?? 0).padStart(5)}  ${name}`),
]);
print('Voice by page', [
  'mean  spread  fragments  habits  page',
  ...spoken
    .map((file) => ({ path: file.path, ...voiceOf([file]) }))
    .filter(({ sentences }) => sentences > 0)
    .map((one) => {
      const habits = [...one.found.values()].reduce((sum, count) => sum + count, 0);
      return `${rhythm(one).join('  ')}  ${String(habits).padStart(6)}  ${one.path} ${habits > 0 ? `(${named(one)})` : ''}`;
    }),
]);

const long = all
  .filter(({ path }) => path.startsWith(`${language}/`) && !path.endsWith('/interface.yaml'))
  .flatMap((file) => longSentences(file));
print(
  `Sentences of more than 30 words: ${long.length} to look at`,
  long.map((one) => line({ rule: 'long-sentence', ...one })),
);

const banks = all.filter(({ path }) => /\/modules\/[^/]+\/questions\.yaml$/.test(path));
print('Single choices in which the right option is the longest or the shortest', [
  'of all  longest  shortest  in the bank  longest  shortest  module',
  ...banks.map(({ path }) => {
    const module = path.replace(`${language}/modules/`, '').replace('/questions.yaml', '');
    const questions = reader.yaml(path, questionsSchema);
    if (questions === undefined) return `cannot be read; npm run content tells why  ${module}`;
    const cells = [questions, questions.filter(({ use }) => use === 'bank')].flatMap((set, s) => {
      const { questions: count, longest, shortest } = optionLengths(set);
      return [
        String(count).padStart(s === 0 ? 6 : 11),
        String(longest).padStart(7),
        String(shortest).padStart(8),
      ];
    });
    return `${cells.join('  ')}  ${module}`;
  }),
]);

if (course !== undefined) {
  const rows = course.coverage.flatMap((group) => group.rows);
  const uncovered = runRules([coverage], { ...course, files: all });
  print(`Coverage: ${uncovered.length} to look at, of ${rows.length} rows`, uncovered.map(line));
}

function line(diagnostic: Diagnostic): string {
  return diagnosticLine(reader.located(diagnostic));
}

function print(heading: string, lines: readonly string[]) {
  console.log([heading, ...lines.map((one) => `  ${one}`), ''].join('\n'));
}
