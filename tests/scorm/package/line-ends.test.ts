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

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'line-ends-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
});

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

/** The sums of the packages that are made of the tiny course. @param root where the sources lie */
function sums(root: string): string {
  const cwd = folder();
  layOut(join(cwd, 'dist'));
  const command = pathToFileURL(join(root, 'scorm/cli.ts')).href;
  const script = `
    const { buildPackages } = await import(${JSON.stringify(command)});
    for (const standard of ['scorm12', 'cmi5', 'offline'])
      await buildPackages(['--standard', standard], 'dist', () => undefined);`;
  writeFileSync(join(cwd, 'package.mjs'), script);
  execFileSync(process.execPath, ['package.mjs'], { cwd });
  return readFileSync(join(cwd, 'dist/packages/SHA256SUMS'), 'utf8');
}

test(
  'a checkout with the line ends of Windows makes the same packages, to the byte',
  { timeout: 120_000 },
  () => {
    const ours = sums(resolve('.'));
    expect(ours).toMatch(/cmi5\.zip\n(?:.*\n)*.*scorm12\.zip\n/);
    expect(sums(windowsSources())).toBe(ours);
  },
);
