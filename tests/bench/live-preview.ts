import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MeasuredBuild } from './measured-build.ts';
import { type Table, whole } from './table.ts';

/** Milliseconds within which a saved file has to be on the page; then the bench gives up. */
const longestWait = 60_000;

/** Times that an author waits in `npm run dev`: for the first view of each kind of page, and for a saved lesson. */
export async function livePreview({ course }: MeasuredBuild): Promise<Table> {
  // Not below `dist`, where Vite watches nothing.
  const content = mkdtempSync(join(tmpdir(), 'bench-content-'));
  cpSync('content', content, { recursive: true });
  const preview = spawn(
    process.execPath,
    // As in `npm run dev`, but for the restarts of `--watch`.
    [
      ...['--import', './src/publish/compile-cache.ts', 'node_modules/astro/bin/astro.mjs', 'dev'],
      ...['--host', '127.0.0.1', '--port', '0'],
    ],
    { env: { ...process.env, COURSE_CONTENT: content }, detached: true },
  );
  try {
    const start = performance.now();
    const address = await addressOf(preview);
    const served = performance.now() - start;
    await untilAtRest(preview);
    const started = processorSeconds(preview)?.toFixed(2) ?? '-';
    const [module] = course.modules;
    const [lesson] = module?.lessons ?? [];
    if (module === undefined || lesson === undefined) throw new Error('The course has no lesson.');
    const folder = `${course.language}/${module.id}`;
    const rows: string[][] = [['server started', started, whole(served), '', '']];
    for (const [name, path] of [
      ['start page', `${course.language}/index.html`],
      ['introduction', `${folder}/introduction.html`],
      ['lesson', lesson.href],
      ['check', `${folder}/check.html`],
      ['case', course.modules.flatMap(({ cases }) => cases)[0]?.href ?? ''],
      ['glossary', `${course.language}/glossary.html`],
      ['sources', `${course.language}/sources.html`],
      ['record', `${course.language}/record.html`],
    ] as const) {
      const first = await measuredView(preview, address + path);
      const again = await measuredView(preview, address + path);
      rows.push([name, first.cpu, whole(first.milliseconds), again.cpu, whole(again.milliseconds)]);
    }
    const file = join(
      content,
      course.language,
      'modules',
      module.id,
      'lessons',
      `${lesson.id}.mdx`,
    );
    const saved = await savedView(preview, address + lesson.href, file);
    rows.push(['lesson, saved', saved.cpu, whole(saved.milliseconds), '', '']);
    return {
      title: 'Live preview',
      head: ['page', 'first view, CPU s', 'ms', 'second view, CPU s', 'ms'],
      rows,
      notes: [
        'Aims: the first view of a page in 2 s of processor time, a saved lesson on its page within 1 s.',
        'Processor seconds are those of the server, where the system tells them (Linux). Astro goes on loading itself after it has printed its address: that counts as the start, whose milliseconds end at the address.',
      ],
    };
  } finally {
    if (preview.pid !== undefined) process.kill(-preview.pid);
    rmSync(content, { recursive: true });
  }
}

/** The address that the preview prints once it serves. @throws where it ends before */
function addressOf(preview: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolveAddress, reject) => {
    preview.on('exit', () => reject(new Error(`The live preview ended: ${printed}`)));
    for (const stream of [preview.stdout, preview.stderr])
      stream?.on('data', (text: Buffer) => {
        printed += text.toString();
        const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed) ?? [];
        if (address !== undefined) resolveAddress(address);
      });
  });
}

/** Waits until the server has used no processor time for a second; where the system does not tell, not at all. */
async function untilAtRest(preview: ChildProcess): Promise<void> {
  const end = Date.now() + longestWait;
  let used = processorSeconds(preview);
  while (used !== undefined && Date.now() < end) {
    await new Promise((next) => setTimeout(next, 1000));
    const now = processorSeconds(preview) ?? used;
    if (now - used < 0.03) return;
    used = now;
  }
}

interface View {
  /** Processor seconds of the server, or a dash. */
  readonly cpu: string;
  readonly milliseconds: number;
}

async function measuredView(preview: ChildProcess, url: string): Promise<View> {
  return measuredWork(preview, async () => {
    const answer = await fetch(url);
    await answer.text();
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}.`);
  });
}

/** Saves a lesson with another word in it, and asks for its page until the word is there. */
async function savedView(preview: ChildProcess, url: string, file: string): Promise<View> {
  const word = `Benchword${Date.now()}`;
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${word}\n`);
  return measuredWork(preview, async () => {
    const end = Date.now() + longestWait;
    while (Date.now() < end) {
      const answer = await fetch(url);
      if ((await answer.text()).includes(word)) return;
      await new Promise((next) => setTimeout(next, 50));
    }
    throw new Error(`A saved lesson was not on its page after ${longestWait / 1000} s.`);
  });
}

async function measuredWork(preview: ChildProcess, work: () => Promise<void>): Promise<View> {
  const before = processorSeconds(preview);
  const start = performance.now();
  await work();
  const milliseconds = performance.now() - start;
  const after = processorSeconds(preview);
  const cpu = before === undefined || after === undefined ? '-' : (after - before).toFixed(2);
  return { cpu, milliseconds };
}

/** Processor time of a running process, user and system (proc(5), `utime` and `stime`, in hundredths of a second). */
function processorSeconds({ pid }: ChildProcess): number | undefined {
  const path = `/proc/${pid ?? 0}/stat`;
  if (!existsSync(path)) return undefined;
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
