import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { grownContent } from '../browser/grown-content.ts';
import { benchFolder, type MeasuredBuild } from './measured-build.ts';
import { type Table, whole } from './table.ts';

interface Grown {
  readonly modules: number;
  readonly checkSeconds: number;
  readonly buildSeconds: number;
  readonly megabytes: number;
  readonly pages: number;
  readonly bytes: number;
  readonly lessonBytes: number;
}

/** What a build takes and gives when small modules are added to the content: none, ten, a hundred. */
export function growth({ course }: MeasuredBuild): Table {
  const lesson = course.modules.flatMap(({ lessons }) => lessons)[0]?.href ?? '';
  const sizes = [0, 10, 100].map((modules) => grow(modules, lesson));
  return {
    title: 'Growth',
    head: [
      'modules added',
      'pages',
      'check, s',
      'build, s',
      'memory, MB',
      'site, kB',
      'kB a module added',
      `bytes of ${lesson}`,
    ],
    rows: sizes.map((size, index) => {
      const before = sizes[index - 1];
      return [
        whole(size.modules),
        whole(size.pages),
        size.checkSeconds.toFixed(1),
        size.buildSeconds.toFixed(1),
        whole(size.megabytes),
        whole(size.bytes / 1024),
        before
          ? ((size.bytes - before.bytes) / 1024 / (size.modules - before.modules)).toFixed(1)
          : '',
        whole(size.lessonBytes),
      ];
    }),
    notes: [
      new Set(sizes.map(({ lessonBytes }) => lessonBytes)).size === 1
        ? 'The lesson has the same bytes whatever the size of the course.'
        : 'The lesson has other bytes in a larger course: something on its page grows.',
      'A module added is the small course of the tests under other ids; the output grows in line where each costs the same. Bytes are those of the files, before compression; memory is that of the larger process.',
    ],
  };
}

function grow(modules: number, lesson: string): Grown {
  const dist = join(benchFolder, `grown-${modules}`);
  const memory = join(dist, 'memory.txt');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const env = {
    ...process.env,
    COURSE_CONTENT: grownContent(join(benchFolder, 'content'), modules),
    COURSE_DIST: dist,
    BENCH_MEMORY: memory,
  };
  const run = (...args: string[]): number => {
    const start = performance.now();
    const measured = pathToFileURL(join(import.meta.dirname, 'peak-memory.ts')).href;
    execFileSync(process.execPath, ['--import', measured, ...args], { env, stdio: 'pipe' });
    return (performance.now() - start) / 1000;
  };
  const checkSeconds = run('src/content/commands/check.ts');
  const buildSeconds = run('node_modules/astro/bin/astro.mjs', 'build');
  const files = globSync('**/*', { cwd: join(dist, 'site'), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    modules,
    checkSeconds,
    buildSeconds,
    megabytes: Math.max(...readFileSync(memory, 'utf8').trim().split('\n').map(Number)) / 1024,
    pages: files.filter((path) => path.endsWith('.html')).length,
    bytes: files.reduce((sum, path) => sum + statSync(path).size, 0),
    lessonBytes: statSync(join(dist, 'site', lesson)).size,
  };
}
