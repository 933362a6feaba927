import { appendFileSync } from 'node:fs';

// Loaded into a build by `--import`: leaves behind the most memory the process had, in kilobytes.
const file = process.env['BENCH_MEMORY'];
process.on('exit', () => {
  if (file !== undefined) appendFileSync(file, `${process.resourceUsage().maxRSS}\n`);
});
