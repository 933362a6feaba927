import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentRoot } from '../../src/content/load.ts';
import { type Scenario, scenarioSchema } from '../../src/cases/format.ts';
import { analyse } from '../../src/cases/analysis.ts';
import { largeCase } from './large-case.ts';
import { type Table, whole } from './table.ts';

/**
 * Time for the proof of each written case, and of one case that is larger than any author would
 * write. Cases are read from the content: those that no module lists yet are proved as well.
 */
export function caseAnalysis(language: string): Table {
  const folder = join(contentRoot(), language, 'scenarios');
  const cases = globSync('*.yaml', { cwd: folder })
    .toSorted()
    .map((file) => scenarioSchema.parse(parse(readFileSync(join(folder, file), 'utf8'))));
  const found = cases.map(timed);
  const sum = (what: 'configurations' | 'milliseconds') =>
    found.reduce((total, one) => total + one[what], 0);
  const large = timed(largeCase(13));
  const all = {
    name: `all ${cases.length} cases`,
    configurations: sum('configurations'),
    milliseconds: sum('milliseconds'),
  };
  const row = ({ name, configurations, milliseconds, paths, faults }: Partial<Timed>) => [
    name ?? '',
    whole(configurations ?? 0),
    paths === undefined ? '' : whole(paths),
    faults === undefined ? '' : whole(faults),
    (milliseconds ?? 0).toFixed(1),
  ];
  return {
    title: 'Proof of the cases',
    head: ['case', 'configurations', 'paths', 'faults', 'ms'],
    rows: [...found.map(row), row(all), row({ ...large, name: 'a case made large' })],
    notes: [
      `Aims: all cases under 10 s; 10,000 configurations under 1 s (here: ${whole((large.milliseconds / large.configurations) * 10_000)} ms).`,
      'Each case is analysed once, the first with cold code.',
    ],
  };
}

interface Timed {
  readonly name: string;
  readonly configurations: number;
  readonly paths: number;
  readonly faults: number;
  readonly milliseconds: number;
}

function timed(scenario: Scenario): Timed {
  const start = performance.now();
  const { facts, faults } = analyse(scenario);
  const milliseconds = performance.now() - start;
  return {
    name: scenario.id,
    configurations: facts?.configurations ?? 0,
    paths: facts?.paths ?? 0,
    faults: faults.length,
    milliseconds,
  };
}
