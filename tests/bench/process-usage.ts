import { appendFileSync } from 'node:fs';

// Loaded into a process by `--import`: leaves behind a line of JSON with the processor seconds it
// took (`cpu`) and the most memory it had, in megabytes (`memory`).
const file = process.env['BENCH_USAGE'];
process.on('exit', () => {
  if (file === undefined) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
  appendFileSync(file, `${JSON.stringify(usage)}\n`);
});
