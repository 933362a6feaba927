import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript, bundleStyles } from '../src/bundling/bundle.ts';
import { smallest } from '../src/bundling/smallest.ts';
import { listText } from './command/list.ts';
import { parseOptions, type CliOptions } from './command/options.ts';
import { offerPackages } from './command/offer-packages.ts';
import { readCourseFile, readFiles, readWebsite } from './command/read-build.ts';
import { scopeOf } from './command/scope-of.ts';
import { UsageError } from './command/usage-error.ts';
import { writePackages } from './command/write-packages.ts';
import type { Copy, MadeCopy } from './copies/copy.ts';
import { copies } from './copies/registry.ts';
import { billName, billOfMaterials } from './package/bill-of-materials.ts';
import { packageContents } from './package/contents.ts';
import { exitSizeLine } from './package/exit-size.ts';
import { PackageError } from './package/package-rules.ts';
import type { Scope } from './package/scope.ts';
import { thoroughDeflate } from './package/thorough-deflate.ts';
import { zipPackage, type Files } from './package/zip-package.ts';
import { shellFiles } from './shell/shell-files.ts';
import { standards } from './standards/registry.ts';
import type { Standard } from './standards/standard.ts';

interface Built {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Bill of materials (CycloneDX), as JSON. */
  readonly bill: string;
  /** Text that the command prints after the size. */
  readonly line: string;
}

/**
 * Builds packages and copies from `dist` into `dist/packages`.
 * @param args arguments after `npm run package --`
 * @param dist folder of the build
 * @param log receives each line of output
 * @param knownStandards every standard
 * @param deflateOf how packages are compressed
 * @param knownCopies every kind of copy
 * @throws UsageError, PackageError
 */
export async function buildPackages(
  args: readonly string[],
  dist: string,
  log: (line: string) => void,
  knownStandards: readonly Standard[] = standards,
  deflateOf = thoroughDeflate(),
  knownCopies: readonly Copy[] = copies,
): Promise<void> {
  const targets = { standards: knownStandards, copies: knownCopies };
  if (parseOptions(args, targets) === undefined) return log(listText(targets));
  const built = await builtPackages(args, dist, knownStandards, deflateOf, knownCopies);
  const folder = join(dist, 'packages');
  writePackages(
    folder,
    built.flatMap(({ name, bytes, bill }) => [
      { name, bytes },
      { name: billName(name), bytes: new TextEncoder().encode(bill) },
    ]),
  );
  for (const { name, bytes, line } of built)
    log(`${join(folder, name)}  ${Math.ceil(bytes.length / 1024)} kB. ${line}`);
}

/**
 * Builds packages and copies from `dist`, and writes nothing.
 * @throws UsageError, PackageError
 */
export async function builtPackages(
  args: readonly string[],
  dist: string,
  knownStandards: readonly Standard[] = standards,
  deflateOf = thoroughDeflate(),
  knownCopies: readonly Copy[] = copies,
): Promise<readonly Built[]> {
  const options = parseOptions(args, { standards: knownStandards, copies: knownCopies });
  if (options === undefined) return [];
  const courses = readCourseFile(dist);
  const scope = scopeOf(courses, options);
  const site = readWebsite(dist);
  const libraries = courses.libraries ?? {};
  const nameOf = (id: string, ending = 'zip') =>
    `ati-${scope.name}-${scope.course.language}-${id}.${ending}`;

  const built: Built[] = [];
  const add = (name: string, { files, bytes }: MadeCopy, line: string) => {
    const bill = billOfMaterials({ name, bytes, files, course: scope.course, libraries });
    built.push({ name, bytes, bill, line });
  };
  for (const standard of options.standards) {
    const line = exitSizeLine(scope.course, standard);
    const files = await contentsOf(scope, standard, site, options);
    const bytes = zipPackage(files, standard.manifestName, await deflateOf(files));
    const form = options.form === 'course' ? '' : `-${options.form}`;
    add(nameOf(`${standard.id}${form}`), { files, bytes }, line);
  }
  for (const copy of options.copies) {
    const made = await copy.make({ site, scope, courses: Object.values(courses.courses) });
    add(nameOf(copy.id, copy.ending), made, made.note ?? copy.purpose);
  }
  return built;
}

async function contentsOf(
  scope: Scope,
  standard: Standard,
  site: Files,
  { masteryInManifest, imports, passMark, report, hasDiagnostics }: CliOptions,
): Promise<Files> {
  const script = await smallest(await bundleScript(join(standard.folder, 'shell.entry.ts')));
  const copiesScript = await smallest(
    await bundleScript(join(import.meta.dirname, 'shell/copies.entry.ts')),
  );
  const style = await bundleStyles(join(import.meta.dirname, 'shell/shell.css'));
  const plainStyle = await bundleStyles(join(import.meta.dirname, 'package/beside.css'));
  const guideScript = await bundleScript(join(import.meta.dirname, 'guide/guide.entry.ts'));
  return packageContents({
    site,
    scope,
    standard,
    shell: (build) =>
      shellFiles({
        ...{ scope, standard, script, copiesScript, style, build, imports, report, hasDiagnostics },
        ...(passMark !== undefined && { passMark }),
        hasPage: (path) => site.has(path),
      }),
    ...(await diagnosisOf(standard)),
    plainStyle: new TextEncoder().encode(plainStyle),
    guideScript,
    schemas: readFiles(join(standard.folder, 'schemas')),
    masteryInManifest,
    report,
  });
}

/** Script of the diagnostics page; undefined for a standard without one. */
async function diagnosisOf({ folder }: Standard) {
  const entry = join(folder, 'diagnostics.entry.ts');
  if (!existsSync(entry)) return {};
  return { diagnosis: await bundleScript(entry) };
}

if (import.meta.main) {
  try {
    await buildPackages(process.argv.slice(2), 'dist', console.log);
    offerPackages('dist');
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof PackageError)) throw error;
    if (error instanceof PackageError)
      console.error(`No package was written. Problems found: ${error.problems.length}.\n`);
    console.error(error.message);
    process.exitCode = 1;
  }
}
