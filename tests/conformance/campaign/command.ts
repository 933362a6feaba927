import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Table, tableText, whole } from '../../bench/table.ts';
import { campaign, type Count, forbidden } from './campaign.ts';

/** Number of sessions of each kind of trouble of which one is played, unless another number is asked for. */
const defaultEvery = 4;

/**
 * `npm run campaign`: plays every kind of trouble at the calls of a learner's visit, then a hundred
 * thousand mutations each of stored texts, links, codes and files, then kills twenty browsers, and
 * prints the counts. Exits with 1 where anything happened that may not.
 * @param every of each kind on each platform one session in so many is played; 1 plays them all
 */
async function run(every: number): Promise<boolean> {
  // The shell's words for an administrator in the console come thousands of times.
  console.warn = () => undefined;
  const { counts, failures } = await campaign((session) => session % every === 0);
  console.log(tableText(tableOf(counts)));
  for (const { name, verdict } of failures) console.log(`\n${name}\n  ${JSON.stringify(verdict)}`);

  const env = { ...process.env, CAMPAIGN: '1' };
  const isGood = (...args: string[]) =>
    spawnSync(process.execPath, args, { stdio: 'inherit', env }).status === 0;
  const mutated = ['damaged-state', 'mutated-carriers'].map(
    (name) => `tests/progress/${name}.test.ts`,
  );
  const areHarmless = isGood('node_modules/vitest/vitest.mjs', 'run', ...mutated);
  const killed = ['tests/e2e/killed-browser.spec.ts', '--project=e2e', '--no-deps'];
  const areKept = isGood('node_modules/@playwright/test/cli.js', 'test', ...killed);
  return failures.length === 0 && areHarmless && areKept;
}

function tableOf(counts: readonly Count[]): Table {
  const columns = ['sessions', 'survived', 'offered', 'told', ...forbidden] as const;
  const cells = (of: readonly Count[]) =>
    columns.map((column) => whole(of.reduce((sum, count) => sum + count[column], 0)));
  return {
    title: 'Sessions in which something went wrong',
    head: ['trouble', ...columns],
    rows: [
      ...counts.map((count) => [`${count.platform}: ${count.kind}`, ...cells([count])]),
      ['all', ...cells(counts)],
    ],
    notes: [
      'survived: the next launch has all acts. offered: the device gives them back when the learner agrees. told: some are gone, and the learner knew.',
      'silent: gone without a word. blank: an error in a page. destroyed: what the platform had and would have kept is gone from it. unearned: a status, score, try, lesson or decision. overwritten: a row of the log. unhealed: still missing in the platform after the next visit.',
    ],
  };
}

const { values } = parseArgs({
  options: { every: { type: 'string', default: String(defaultEvery) } },
});
const every = Number(values.every);
if (!Number.isInteger(every) || every < 1) {
  console.error(
    `--every takes a whole number from 1 on, such as --every 1; "${values.every}" is none.`,
  );
  process.exitCode = 1;
} else if (!(await run(every))) process.exitCode = 1;
