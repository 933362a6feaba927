import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Course, CourseFile } from '../src/course/course.ts';
import { bundleScript, bundleStyles } from '../src/bundling/bundle.ts';
import type { CourseData } from './shell/course-data.ts';
import { standards } from './standards/registry.ts';
import type { Standard } from './standards/standard.ts';
import { PackageError } from './package/package-rules.ts';
import { packageContents } from './package/contents.ts';
import { exitSizeLine } from './package/exit-size.ts';
import { zipPackage, type Files } from './package/zip-package.ts';
import { courseScope, moduleScope, type Scope } from './package/scope.ts';
import { shellFiles } from './shell/shell-files.ts';

type Imports = NonNullable<CourseData['imports']>;

/** What `--bring` may say: lessons and decisions, as it is without it, or nothing. */
const policies: readonly Imports[] = ['practice', 'none'];

/** The command was asked for what it cannot do; the message says what can be asked for. */
class UsageError extends Error {
  override name = 'UsageError';
}

interface CliOptions {
  /** The standards to package for. */
  readonly standards: readonly Standard[];
  readonly scope: string;
  readonly language: string | undefined;
  /** Id of the track that is fixed in the package. */
  readonly track: string | undefined;
  readonly masteryInManifest: boolean;
  /** What a file, link or code may bring into the packages (D14). */
  readonly imports: Imports;
}

const usage = (known: readonly Standard[]) =>
  `npm run package -- [--standard ${known.map(({ id }) => id).join('|')}|all] [--scope course|MODULE-ID] [--track TRACK-ID] [--language en] [--mastery-in-manifest] [--bring ${policies.join('|')}]`;

/**
 * Builds packages from `dist` into `dist/packages`.
 * @param args as they stand behind `npm run package --`
 * @param dist folder of the build
 * @param log where lines for the reader go
 * @param known every standard there is
 * @throws UsageError, PackageError
 */
export async function buildPackages(
  args: readonly string[],
  dist: string,
  log: (line: string) => void,
  known: readonly Standard[] = standards,
): Promise<void> {
  const options = parseOptions(args, known);
  const scope = scopeOf(courseOf(dist, options), options);
  const site = readFiles(join(dist, 'site'));
  if (site.size === 0)
    throw new UsageError(`The build in ${dist} is not complete. Run "npm run build" first.`);

  const built: [name: string, bytes: Uint8Array, line: string][] = [];
  for (const standard of options.standards) {
    const line = exitSizeLine(scope.course, standard);
    const bytes = zipPackage(
      await contentsOf(scope, standard, site, options),
      standard.manifestName,
    );
    built.push([`ati-${scope.name}-${scope.course.language}-${standard.id}.zip`, bytes, line]);
  }
  const folder = join(dist, 'packages');
  for (const [name, bytes, line] of built) {
    keep(folder, name, bytes);
    log(`${join(folder, name)}  ${Math.ceil(bytes.length / 1024)} kB. ${line}`);
  }
  keep(folder, 'SHA256SUMS', new TextEncoder().encode(sums(folder)));
}

function parseOptions(args: readonly string[], known: readonly Standard[]): CliOptions {
  const { values } = parsed(args, known);
  const { standard, scope, language, track } = values;
  const wanted = known.filter(({ id }) => standard === 'all' || standard === id);
  if (wanted.length === 0)
    throw new UsageError(
      `There is no standard "${standard}". Write one of: ${known.map(({ id }) => id).join(', ')}, all.`,
    );
  const imports = policies.find((policy) => policy === values.bring);
  if (imports === undefined)
    throw new UsageError(
      `--bring cannot be "${values.bring}". Write one of: ${policies.join(', ')}.`,
    );
  const masteryInManifest = values['mastery-in-manifest'];
  return { standards: wanted, scope, language, track, masteryInManifest, imports };
}

function parsed(args: readonly string[], known: readonly Standard[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        standard: { type: 'string', default: 'all' },
        scope: { type: 'string', default: 'course' },
        language: { type: 'string' },
        track: { type: 'string' },
        'mastery-in-manifest': { type: 'boolean', default: false },
        bring: { type: 'string', default: 'practice' },
      },
    });
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : String(error)}\n${usage(known)}`,
    );
  }
}

function courseOf(dist: string, { language }: CliOptions): Course {
  const { courses } = readCourseFile(dist);
  const first = Object.values(courses)[0]?.languages[0];
  const wanted = language ?? first ?? '';
  const course = courses[wanted];
  if (course) return course;
  throw new UsageError(
    `The course does not exist in "${wanted}". There is: ${Object.keys(courses).join(', ')}.`,
  );
}

function readCourseFile(dist: string): CourseFile {
  try {
    return JSON.parse(readFileSync(join(dist, 'course.json'), 'utf8')) as CourseFile;
  } catch {
    throw new UsageError(`There is no course in ${dist}. Run "npm run build" first.`);
  }
}

function scopeOf(course: Course, { scope: name, track }: CliOptions): Scope {
  if (track !== undefined) {
    const tracks = course.tracks.map(({ id }) => id);
    if (!tracks.includes(track))
      throw new UsageError(`There is no track "${track}". Write one of: ${tracks.join(', ')}.`);
    if (name !== 'course')
      throw new UsageError('A track goes through the whole course. Leave out --scope or --track.');
  }
  const scope = name === 'course' ? courseScope(course, track) : moduleScope(course, name);
  if (scope) return scope;
  const modules = course.modules.map(({ id }) => id).join(', ');
  throw new UsageError(`There is no module "${name}". Write course, or one of: ${modules}.`);
}

async function contentsOf(
  scope: Scope,
  standard: Standard,
  site: Files,
  { masteryInManifest, imports }: CliOptions,
): Promise<Files> {
  const script = await bundleScript(join(standard.folder, 'shell.entry.ts'));
  const style = await bundleStyles(join(import.meta.dirname, 'shell/shell.css'));
  return packageContents({
    site,
    scope,
    standard,
    shell: (build) =>
      shellFiles({
        ...{ scope, standard, script, style, build, imports },
        hasPage: (path) => site.has(path),
      }),
    reportingGuideStyle: readFileSync(new URL('package/reporting-guide.css', import.meta.url)),
    schemas: readFiles(join(standard.folder, 'schemas')),
    masteryInManifest,
  });
}

function readFiles(folder: string): Files {
  const paths = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .toSorted()
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

function keep(folder: string, name: string, bytes: Uint8Array) {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(path, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `${path} could not be written (${reason}). Make room or choose a folder you may write to, and run it again.`,
    );
  }
}

/** Writes a file under another name first, so that a full disk never leaves half a package. */
function writeWhole(path: string, bytes: Uint8Array) {
  const unfinished = `${path}.unfinished`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Sums of every package in the folder, in the form that `sha256sum --check` reads. */
function sums(folder: string): string {
  return globSync('*.zip', { cwd: folder })
    .toSorted()
    .map((name) => {
      const sum = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
      return `${sum}  ${name}\n`;
    })
    .join('');
}

if (import.meta.main) {
  try {
    await buildPackages(process.argv.slice(2), 'dist', console.log);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof PackageError)) throw error;
    if (error instanceof PackageError)
      console.error(`No package was written: ${error.faults.length} faults were found.\n`);
    console.error(error.message);
    process.exitCode = 1;
  }
}
