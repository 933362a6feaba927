import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { buildPackages } from '../../scorm/cli.ts';
import { standards } from '../../scorm/standards/registry.ts';
import type { MeasuredBuild } from './measured-build.ts';
import { bareZipBytes } from './bare-html.ts';
import { kilobytes, type Table, whole } from './table.ts';

/** Size of each package of the course and of its first module, beside its words alone, and what building it takes. */
export async function packageSizes({ folder, course }: MeasuredBuild): Promise<Table> {
  const scopes = ['course', ...course.modules.slice(0, 1).map(({ id }) => id)];
  const rows: string[][] = [];
  for (const scope of scopes)
    for (const { id } of standards) {
      const start = performance.now();
      await buildPackages(['--standard', id, '--scope', scope], folder, () => undefined);
      const milliseconds = performance.now() - start;
      const name = `ati-${scope}-${course.language}-${id}.zip`;
      const bytes = readFileSync(join(folder, 'packages', name));
      const unzipped = unzipSync(bytes);
      const files = Object.values(unzipped);
      const least = bareZipBytes(unzipped);
      const unpacked = files.reduce((sum, file) => sum + file.length, 0);
      rows.push([
        name,
        kilobytes(bytes.length),
        kilobytes(least),
        (bytes.length / least).toFixed(2),
        whole(files.length),
        kilobytes(unpacked),
        ...atLaunch(unzipped).map(kilobytes),
        whole(milliseconds),
      ]);
    }
  return {
    title: 'Packages',
    head: [
      'package',
      'zip, kB',
      'zipped bare HTML, kB',
      'times that',
      'files',
      'unpacked, kB',
      'shell and run time, kB br',
      'page and style of the shell, kB br',
      'course data, kB br',
      'other copies, asked for, kB br',
      'built in, ms',
    ],
    rows,
  };
}

/** Compressed size of what a launch loads before the first page of the course, by the kinds of files in their order. */
function atLaunch(files: Readonly<Record<string, Uint8Array>>): number[] {
  const kinds = [
    /^shell\/shell-.*\.js$/,
    /^(?:index\.html|shell\/.*\.css)$/,
    /^shell\/course-.*\.js$/,
    /^shell\/copies-.*\.js$/,
  ];
  return kinds.map((kind) =>
    Object.entries(files)
      .filter(([path]) => kind.test(path))
      .reduce((sum, [, bytes]) => sum + brotliCompressSync(bytes).length, 0),
  );
}
