import { globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentInLanguages } from './in-languages.ts';
import { lessonTexts } from './lesson-texts.ts';
import { benchFolder, type MeasuredBuild } from './measured-build.ts';
import { measured, type Usage } from './measured-process.ts';
import { starlightBuild } from './starlight/starlight.ts';
import { type Table, times, whole } from './table.ts';

interface Grown {
  readonly factor: number;
  readonly check: Usage;
  readonly build: Usage;
  readonly pages: number;
  readonly bytes: number;
  readonly lessonBytes: number;
  /** Undefined where the peer could not be installed. */
  readonly peer: Usage | undefined;
}

/** Times of check and build when the course has 1, 4 and 16 times its pages, beside Starlight. */
export function growth({ course }: MeasuredBuild): Table {
  const lesson = course.modules.flatMap(({ lessons }) => lessons)[0]?.href ?? '';
  const texts = lessonTexts();
  const sizes = [1, 4, 16].map((factor) => grow(factor, lesson, texts));
  return {
    title: 'Check and build, processor seconds',
    head: [
      'times the course',
      'pages',
      'check, s',
      'build, s',
      'ms a page',
      'memory, MB',
      'site, kB',
      'Starlight, s',
      'ours / Starlight',
    ],
    rows: sizes.map((size) => [
      whole(size.factor),
      whole(size.pages),
      size.check.cpu.toFixed(1),
      size.build.cpu.toFixed(1),
      ((size.build.cpu * 1000) / size.pages).toFixed(0),
      whole(size.build.memory),
      whole(size.bytes / 1024),
      size.peer?.cpu.toFixed(1) ?? 'not installed',
      size.peer ? times(size.build.cpu, size.peer.cpu) : '',
    ]),
    notes: [
      'Aims at the size of the course: build 25 s or less, check 3 s or less, and both linear.',
      'The course grows by languages, each a copy of the whole. Starlight builds as many pages with the words of our lessons.',
      new Set(sizes.map(({ lessonBytes }) => lessonBytes)).size === 1
        ? `The lesson ${lesson} has the same bytes whatever the size of the course.`
        : `The lesson ${lesson} has other bytes in a larger course: something on its page grows.`,
    ],
  };
}

function grow(factor: number, lesson: string, texts: readonly string[]): Grown {
  const dist = join(benchFolder, `grown-${factor}`);
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const env = {
    COURSE_CONTENT: contentInLanguages(join(benchFolder, 'content'), factor),
    COURSE_DIST: dist,
  };
  const check = measured(['src/content/commands/check.ts'], { env });
  const build = measured(['node_modules/astro/bin/astro.mjs', 'build'], { env });
  const files = globSync('**/*', { cwd: join(dist, 'site'), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const built = files.filter((path) => path.endsWith('.html')).length;
  return {
    factor,
    check,
    build,
    pages: built,
    bytes: files.reduce((sum, path) => sum + statSync(path).size, 0),
    lessonBytes: statSync(join(dist, 'site', lesson)).size,
    peer: starlightBuild(built, texts)?.usage,
  };
}
