import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPackages } from '../../scorm/cli.ts';
import { quickDeflate } from '../../scorm/package/zip-package.ts';
import { standards } from '../../scorm/standards/registry.ts';
import { driverContract } from '../conformance/driver-contract.ts';
import { layOut } from '../fixtures/dist-tiny/files.ts';
import { type ToyLms, toyDriver } from './standard/driver.ts';
import { toy } from './standard/toy.ts';

/** The registry with one line more. */
const extended = [...standards, toy];

describe('a standard is one folder and one line of the registry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toy-'));
  const said: string[] = [];
  let files: Readonly<Record<string, Uint8Array>> = {};
  const text = (path: string) => new TextDecoder().decode(files[path]).replace(/\s+/g, ' ');

  beforeAll(async () => {
    layOut(folder);
    // Its weight is no matter here.
    const deflateOf = () => Promise.resolve(quickDeflate);
    const log = (line: string) => said.push(line);
    await buildPackages(['--standard', 'toy'], folder, log, extended, deflateOf);
    files = unzipSync(readFileSync(join(folder, 'packages/ati-course-en-toy.zip')));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the command builds it and says so', () => {
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('ati-course-en-toy.zip');
  });

  test('the command names it among the standards that can be asked for', async () => {
    await expect(
      buildPackages(['--standard', 'toys'], folder, () => undefined, extended),
    ).rejects.toThrow(/Write one of: .*, toy, .*all/);
  });

  test('its manifest comes first, and its schemas are in the package', () => {
    const names = Object.keys(files);
    expect(names[0]).toBe('toy.xml');
    expect(text('toy.xml')).toContain('<toy course="tiny.en"');
    expect(names).toContain('toy.xsd');
  });

  test('every page says that it belongs to it', () => {
    expect(text('index.html')).toContain('data-package="toy"');
    expect(text('en/glossary.html')).toContain('data-package="toy"');
  });

  test('its own driver is bundled into the shell', () => {
    const scripts = Object.keys(files).filter((path) => /^shell\/shell.*\.js$/.test(path));
    expect(scripts.map(text).join()).toContain('toyLms');
  });

  test('the reporting guide has its tokens', () => {
    expect(text('package/reporting-guide.html')).toContain(
      '<th scope="row">t2</th> <td>The neighbour</td>',
    );
  });
});

driverContract('the toy standard', () => {
  const lms: ToyLms = { reports: [] };
  return { launch: () => toyDriver(lms) };
});
