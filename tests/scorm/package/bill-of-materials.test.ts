import { createHash } from 'node:crypto';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { describe, expect, test } from 'vitest';
import { billOfMaterials, type MaterialParts } from '../../../scorm/package/bill-of-materials.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const parts: MaterialParts = {
  name: 'ati-course-en-scorm12.zip',
  bytes: bytes('the zip'),
  files: new Map([
    ['index.html', bytes('<p>Start</p>')],
    ['assets/case-0a1b2c3d.js', bytes('run()')],
  ]),
  course: { id: 'tiny', title: 'A tiny course', version: '1.2.0' },
  libraries: {
    'assets/case-0a1b2c3d.js': [
      { name: 'xstate', version: '5.0.0', license: 'MIT' },
      { name: '@scope/thing', version: '1.0.0', license: '(MIT OR Apache-2.0)' },
    ],
    'assets/room-0a1b2c3d.js': [{ name: 'docx', version: '9.0.0', license: 'MIT' }],
  },
};

interface Bill {
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly metadata: object;
  readonly components: readonly {
    readonly type: string;
    readonly name: string;
    readonly 'bom-ref': string;
    readonly purl?: string;
    readonly licenses?: readonly object[];
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
    readonly evidence?: object;
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: string[] }[];
}

const bill = (changed: Partial<MaterialParts> = {}) =>
  JSON.parse(billOfMaterials({ ...parts, ...changed })) as Bill;

describe('a bill of materials', () => {
  test('is valid by the schema of CycloneDX 1.6, also one without libraries', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    for (const changed of [{}, { libraries: {} }])
      expect(await validator.validate(billOfMaterials({ ...parts, ...changed }))).toBeNull();
  });

  test('is CycloneDX 1.6', () => {
    expect(bill()).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
  });

  test('names every file with its sum', () => {
    const files = bill().components.filter(({ type }) => type === 'file');
    expect(files.map(({ name }) => name)).toEqual([...parts.files.keys()]);
    const sum = createHash('sha256').update('<p>Start</p>').digest('hex');
    expect(files[0]?.hashes).toEqual([{ alg: 'SHA-256', content: sum }]);
  });

  test('lists only libraries of scripts in the package', () => {
    const libraries = bill().components.filter(({ type }) => type === 'library');
    expect(libraries.map(({ purl }) => purl)).toEqual([
      'pkg:npm/%40scope/thing@1.0.0',
      'pkg:npm/xstate@5.0.0',
    ]);
    expect(libraries[1]).toMatchObject({
      licenses: [{ license: { id: 'MIT' } }],
      evidence: { occurrences: [{ location: 'assets/case-0a1b2c3d.js' }] },
    });
  });

  test('writes a choice of licences as an expression', () => {
    const [first] = bill().components;
    expect(first?.licenses).toEqual([{ expression: '(MIT OR Apache-2.0)' }]);
  });

  test('finds the scripts of a copy that keeps the website in a folder', () => {
    const files = new Map([['ati-course/course/assets/room-0a1b2c3d.js', bytes('run()')]]);
    expect(bill({ files }).components[0]).toMatchObject({
      name: 'docx',
      evidence: { occurrences: [{ location: 'ati-course/course/assets/room-0a1b2c3d.js' }] },
    });
  });

  test('refers to each component by a name of its own', () => {
    const { components, dependencies } = bill();
    const references = components.map((each) => each['bom-ref']);
    expect(new Set(references).size).toBe(references.length);
    const own = ['tiny@1.2.0', ...references];
    for (const { ref, dependsOn = [] } of dependencies)
      for (const each of [ref, ...dependsOn]) expect(own).toContain(each);
  });

  test('P41: contains no timestamp, and is the same for the same file', () => {
    expect(billOfMaterials(parts)).toBe(billOfMaterials(parts));
    expect(billOfMaterials(parts)).not.toMatch(/timestamp|\d{4}-\d\d-\d\dT/);
  });

  test('has a serial number that changes with the file', () => {
    const { serialNumber } = bill();
    expect(serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(bill({ bytes: bytes('another zip') }).serialNumber).not.toBe(serialNumber);
  });
});
