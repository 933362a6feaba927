/** @module-tag wide */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { layOut } from '../../fixtures/dist-tiny/files.ts';
import { quickPackages } from '../../fixtures/quick-packages.ts';

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'line-ends-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
});

/** Ids of the packages and copies to make. */
const ids = ['scorm12', 'cmi5', 'offline'];

/** A folder with the build of the tiny course in it. */
function tinyBuild(): string {
  const made = folder();
  layOut(join(made, 'dist'));
  return made;
}

const sumsIn = (made: string) => readFileSync(join(made, 'dist/packages/SHA256SUMS'), 'utf8');

/** The sources that packaging runs from, with the line ends of Windows. */
function windowsSources(): string {
  const root = folder();
  for (const path of ['scorm', 'src', 'package.json', 'tsconfig.json'])
    cpSync(path, join(root, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  // Schemas keep their bytes, as .gitattributes says.
  const texts = globSync('{scorm,src}/**/*.{ts,css,html,svg,md,json}', { cwd: root });
  for (const path of texts) {
    const file = join(root, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\r?\n/g, '\r\n'));
  }
  return root;
}

/** The sums of the packages that sources elsewhere make of the tiny course. Line ends do not reach what compresses. */
function sums(root: string): string {
  const cwd = tinyBuild();
  const from = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);
  const script = `
    import { buildPackages } from ${from('scorm/cli.ts')};
    import { quickDeflate } from ${from('scorm/package/zip-package.ts')};
    import { standards } from ${from('scorm/standards/registry.ts')};
    for (const id of ${JSON.stringify(ids)})
      await buildPackages(['--standard', id], 'dist', () => undefined, standards, () =>
        Promise.resolve(quickDeflate));`;
  writeFileSync(join(cwd, 'package.mjs'), script);
  execFileSync(process.execPath, ['package.mjs'], { cwd });
  return sumsIn(cwd);
}

test(
  'a checkout with the line ends of Windows makes the same packages, to the byte',
  { timeout: 120_000 },
  async () => {
    const cwd = tinyBuild();
    for (const id of ids) await quickPackages(['--standard', id], join(cwd, 'dist'));
    const ours = sumsIn(cwd);
    expect(ours).toMatch(/cmi5\.zip\n(?:.*\n)*.*scorm12\.zip\n/);
    expect(sums(windowsSources())).toBe(ours);
  },
);
