import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '../browser/find-browser.ts';
import { caseAnalysis } from './case-analysis.ts';
import { growth } from './growth.ts';
import { livePreview } from './live-preview.ts';
import { lmsTraffic, lmsWorstCase } from './lms-traffic.ts';
import { benchFolder, measuredBuild, NothingToMeasureError } from './measured-build.ts';
import { packageSizes } from './package-sizes.ts';
import { pageSpeed } from './page-speed.ts';
import { slowLms } from './slow-lms.ts';
import { type Table, tableText } from './table.ts';

// `npm run bench`: measures the build in `dist`, prints what it found and writes it to
// `dist/bench/report.md`. It judges nothing; it fails only where something could not be measured.
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    'skip-growth': { type: 'boolean', default: false },
  },
});

const partNames = ['pages', 'cases', 'lms', 'packages', 'preview', 'growth'] as const;
type PartName = (typeof partNames)[number];

const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');

async function main() {
  const wanted = partNames.filter(
    (name) => name === (values.only ?? name) && !(name === 'growth' && values['skip-growth']),
  );
  if (wanted.length === 0)
    throw new NothingToMeasureError(`Nothing is left to measure. Parts: ${partNames.join(', ')}.`);
  const build = measuredBuild();
  const runs = Math.max(1, Number(values.runs) || 3);
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: browserArguments,
  });
  const parts: Record<PartName, () => readonly Table[] | Promise<readonly Table[]>> = {
    pages: async () => [await pageSpeed(browser, build, runs)],
    cases: () => [caseAnalysis(build.course.language)],
    lms: async () => [
      lmsTraffic(build.course),
      lmsWorstCase(build.course),
      await slowLms(browser, build, runs),
    ],
    packages: async () => [await packageSizes(build)],
    preview: async () => [await livePreview(build)],
    growth: () => [growth(build)],
  };
  const report: string[] = [];
  const tell = (text: string) => {
    console.log(`${text}\n`);
    report.push(text);
  };
  const { id, version, modules } = build.course;
  tell(
    `# Bench of ${id} ${version}\n\n${new Date().toISOString().slice(0, 16)}, ${modules.length} module(s), Node ${process.versions.node}, Chromium ${browser.version()}, ${cpus().length} cores; load at the start ${load()}.`,
  );
  for (const name of wanted) {
    try {
      for (const table of await parts[name]()) tell(tableText(table));
    } catch (error) {
      process.exitCode = 1;
      tell(`Could not measure ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  tell(`Load at the end ${load()}.`);
  await browser.close();
  mkdirSync(benchFolder, { recursive: true });
  writeFileSync(join(benchFolder, 'report.md'), `${report.join('\n\n')}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof NothingToMeasureError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
